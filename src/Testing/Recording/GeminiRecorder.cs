using System.Runtime.CompilerServices;

namespace GeminiGen.Testing;

/// <summary>
/// Records the requests of tests and their responses as files, and answers from them later: without key, bill or network, byte for byte in the pieces in which streams came. Works below
/// <see cref="GeminiClient"/>, with or without dependency injection, and below any other <see cref="HttpClient"/>. One recorder is one test's; thread-safe.
/// </summary>
/// <remarks>
/// A file is one request, named after the contract's method and a hash of contract and request. The same request asked several times has all its responses in one file, and a replay gives them in their
/// order. Keys are never written. A recorder that writes a file keeps it to itself until it is disposed.
/// </remarks>
public sealed class GeminiRecorder : IDisposable
{
    internal const string BlockSwitch = "GeminiGen.BlockRealCalls";
    internal const string NoKey = "no-key-is-needed-to-replay";

    private readonly object _lock = new();
    private readonly Dictionary<string, Recording> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _replayed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileStream> _locks = new(StringComparer.Ordinal);
    private readonly GeminiRecorderOptions _options;
    private bool _isDisposed;

    /// <summary>Makes a recorder.</summary>
    /// <param name="folder">Where the recordings are. A relative path counts from the source that makes the recorder; give each test a folder of its own.</param>
    /// <param name="mode">What is done with requests.</param>
    /// <param name="options">How it works, or <see langword="null"/>.</param>
    /// <param name="sourcePath">Leave it out: the compiler fills it in.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    /// <exception cref="DirectoryNotFoundException">The source's folder is not on this machine.</exception>
    public GeminiRecorder(string folder, GeminiRecorderMode mode = GeminiRecorderMode.ReplayOrRecord, GeminiRecorderOptions? options = null, [CallerFilePath] string sourcePath = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = TestFolder.Resolve(folder, sourcePath);
        Mode = mode;
        _options = options ?? new GeminiRecorderOptions();
    }

    /// <summary>Where the recordings are.</summary>
    public string Folder { get; }

    /// <summary>What is done with requests.</summary>
    public GeminiRecorderMode Mode { get; }

    /// <summary>
    /// Forbids calls that leave the machine to every <see cref="GeminiClient"/> and recorder of this process; a client on an <see cref="HttpClient"/> of your own may still send through a handler of your
    /// own, which may be a stub. In test projects that reference the package it is forbidden to begin with. The environment variable <c>GEMINIGEN_ALLOW_REAL_CALLS=1</c> allows them again.
    /// </summary>
    public static void BlockRealCalls() => AppContext.SetSwitch(BlockSwitch, true);

    /// <summary>Allows calls that leave the machine again.</summary>
    public static void AllowRealCalls() => AppContext.SetSwitch(BlockSwitch, false);

    /// <summary>Makes a handler that records and replays, for an <see cref="HttpClient"/> or for <c>AddHttpMessageHandler</c>.</summary>
    /// <param name="innerHandler">What sends; <see langword="null"/> where a factory sets it.</param>
    /// <returns>The handler.</returns>
    public DelegatingHandler CreateHandler(HttpMessageHandler? innerHandler = null) => new RecorderHandler(this, innerHandler);

    /// <summary>Makes a client of the Gemini API that records and replays. In replays it needs no key.</summary>
    /// <param name="options">How the client works, or <see langword="null"/>.</param>
    /// <param name="innerHandler">What sends; the network unless given.</param>
    /// <returns>The client.</returns>
    public GeminiClient CreateClient(GeminiOptions? options = null, HttpMessageHandler? innerHandler = null)
    {
        options ??= new GeminiOptions();
        SetKey(options);
        HttpClient http = new(CreateHandler(innerHandler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { Timeout = Timeout.InfiniteTimeSpan };
        return new GeminiClient(options, http);
    }

    /// <summary>Lets go of the files that were written.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            foreach (FileStream file in _locks.Values)
            {
                file.Dispose();
            }

            _locks.Clear();
        }
    }

    /// <summary>A client asks for a key before anything is sent; a replay needs none.</summary>
    internal static void SetKey(GeminiOptions options)
    {
        bool isSet = options.ApiKey is not null
            || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("GEMINI_API_KEY"))
            || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("GOOGLE_API_KEY"));
        options.ApiKey = isSet ? options.ApiKey : NoKey;
    }

    internal Task<RecordedRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken) => RecordedRequest.ReadAsync(request, _options, cancellationToken);

    /// <summary>The next recorded response; null when the request is to be sent.</summary>
    /// <exception cref="GeminiRecordingException">There is none, and nothing may be sent.</exception>
    internal RecordedResponse? TryReplay(RecordedRequest request)
    {
        if (Mode == GeminiRecorderMode.Record)
        {
            return null;
        }

        string path = Path.Combine(Folder, request.FileName);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_locks.ContainsKey(path))
            {
                // Recorded by this very test: what it asks again is asked again.
                return null;
            }

            if (!_open.TryGetValue(path, out Recording? recording) && File.Exists(path))
            {
                _open[path] = recording = Recording.Read(path);
            }

            if (recording is not null)
            {
                int index = _replayed.GetValueOrDefault(path);
                _replayed[path] = index + 1;
                return index < recording.Responses.Count ? recording.Responses[index] : throw RecordingErrors.UsedUp(recording, request);
            }
        }

        return Mode == GeminiRecorderMode.ReplayOrRecord ? null : throw RecordingErrors.Missing(Folder, request);
    }

    /// <summary>Claims the file of a request before it is sent, so that nothing is paid for that cannot be kept.</summary>
    /// <exception cref="GeminiRecordingException">The folder cannot be written to, or another recorder writes the file.</exception>
    internal void Claim(RecordedRequest request)
    {
        string path = Path.Combine(Folder, request.FileName);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_locks.ContainsKey(path))
            {
                return;
            }

            try
            {
                Directory.CreateDirectory(Folder);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw RecordingErrors.NotWritable(Folder, exception);
            }

            try
            {
                _locks[path] = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (UnauthorizedAccessException exception)
            {
                throw RecordingErrors.NotWritable(Folder, exception);
            }
            catch (IOException exception)
            {
                throw File.Exists(path + ".lock") ? RecordingErrors.Shared(path, exception) : RecordingErrors.NotWritable(Folder, exception);
            }

            _open[path] = Recording.Create(path, request);
        }
    }

    /// <summary>Keeps a response.</summary>
    internal void Keep(RecordedRequest request, HttpResponseMessage response, IReadOnlyList<byte[]> pieces, bool isCut)
    {
        string path = Path.Combine(Folder, request.FileName);
        RecordedResponse recorded = RecordedResponse.Create(response, pieces, isCut, request.Redaction, _options.RemovedHeaders);
        lock (_lock)
        {
            Recording recording = _open[path];
            recording.Responses.Add(recorded);
            try
            {
                recording.Write(request);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw RecordingErrors.NotWritable(Folder, exception);
            }
        }
    }
}
