using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Routing;
using GeminiGen.Emulator.Scripting;
using Microsoft.AspNetCore.Builder;

namespace GeminiGen.Emulator;

/// <summary>
/// A Gemini API inside this process: the same paths, wire format, refusals and errors on a loopback port, with deterministic answers
/// drawn from the request's own text. No key, no network and no model is needed. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// await using GeminiEmulator emulator = await GeminiEmulator.StartAsync();
/// var client = new GeminiClient(new GeminiOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });
/// </code>
/// </example>
public sealed class GeminiEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping;
    private readonly RequestLog _log;
    private readonly FaultQueue _faults;
    private readonly FaultQueue _uploadFaults;

    private GeminiEmulator(WebApplication application, CancellationTokenSource stopping, RequestLog log, FaultQueue faults, FaultQueue uploadFaults, GeminiEmulatorOptions options)
    {
        _application = application;
        _stopping = stopping;
        _log = log;
        _faults = faults;
        _uploadFaults = uploadFaults;
        ApiKey = options.ApiKey;
        AccessToken = options.AccessToken;
        BaseAddress = new UriBuilder(application.Urls.First()) { Host = "127.0.0.1" }.Uri;
    }

    /// <summary>Where the emulator listens, for example <c>http://127.0.0.1:41234/</c>; without an API version.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The key the emulator accepts. Not shaped like a real one.</summary>
    public string ApiKey { get; }

    /// <summary>The bearer token the emulator accepts where Google Cloud wants one. Not shaped like a real one.</summary>
    public string AccessToken { get; }

    /// <summary>What was received so far, oldest first, without keys; a snapshot. Empty when recording is off.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>Starts an emulator on a loopback port; it accepts requests when the task completes.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running emulator. Dispose it to free the port.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="GeminiEmulatorOptions.RequestTimeout"/> is not positive.</exception>
    /// <exception cref="ArgumentException"><see cref="GeminiEmulatorOptions.ApiKey"/> or <see cref="GeminiEmulatorOptions.AccessToken"/> is empty.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GeminiEmulator> StartAsync(GeminiEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new GeminiEmulatorOptions();
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ApiKey, "options.ApiKey");
        ArgumentException.ThrowIfNullOrWhiteSpace(options.AccessToken, "options.AccessToken");
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.RequestTimeout, TimeSpan.Zero, "options.RequestTimeout");

        var stopping = new CancellationTokenSource();
        var log = new RequestLog(options);
        var faults = new FaultQueue();
        var uploadFaults = new FaultQueue();
        var router = new ApiRouter(options, log, RouteTable.Build(options, faults, uploadFaults), stopping.Token);
        WebApplication application = EmulatorHost.Build(options, router);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            stopping.Dispose();
            throw;
        }

        var emulator = new GeminiEmulator(application, stopping, log, faults, uploadFaults, options);
        if (options.AllowRemoteConnections)
        {
            await options.Warnings.WriteLineAsync(
                $"WARNING: the Gemini emulator accepts connections from other machines, on port {emulator.BaseAddress.Port} of every network interface, and its key is no secret.").ConfigureAwait(false);
        }

        return emulator;
    }

    /// <summary>
    /// Adds faults for the next model calls (generate, stream, count, embed, and the start of a batch), one call each unless <see cref="EmulatorFault.Times"/> says more,
    /// in this order and after those added before. Calls that the API would refuse anyway (key, model, body) use up no fault.
    /// </summary>
    /// <param name="faults">What shall happen, call by call. <see cref="EmulatorFault.None"/> lets a call through.</param>
    /// <returns>This emulator.</returns>
    public GeminiEmulator Script(params EmulatorFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (EmulatorFault fault in faults)
        {
            _faults.Add(fault);
        }

        return this;
    }

    /// <summary>Adds faults for the next requests that start an upload or bring a chunk; the chunk is then lost.</summary>
    /// <param name="faults">What shall happen, request by request. <see cref="EmulatorFault.None"/> lets one through.</param>
    /// <returns>This emulator.</returns>
    public GeminiEmulator ScriptUploads(params EmulatorFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (EmulatorFault fault in faults)
        {
            _uploadFaults.Add(fault);
        }

        return this;
    }

    /// <summary>Forgets the faults that were not used yet.</summary>
    public void ClearScript()
    {
        _faults.Clear();
        _uploadFaults.Clear();
    }

    /// <summary>Completes as soon as this many requests were received since the start, whether or not they are answered.</summary>
    /// <param name="count">How many; at least 0.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The task to await.</returns>
    public Task WaitForRequestsAsync(int count, CancellationToken cancellationToken = default) => _log.WaitAsync(count, cancellationToken);

    /// <summary>Stops listening; requests still open (a fault that never answers) are cut.</summary>
    /// <returns>The task to await.</returns>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }
}
