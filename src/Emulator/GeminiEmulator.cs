using GeminiGen.Emulator.Quotas;
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
    private readonly EmulatorState _state;
    private int _isDisposed;

    private GeminiEmulator(WebApplication application, CancellationTokenSource stopping, EmulatorState state)
    {
        _application = application;
        _stopping = stopping;
        _state = state;
        ApiKey = state.Options.ApiKey;
        AccessToken = state.Options.AccessToken;
        BaseAddress = new UriBuilder(application.Urls.First()) { Host = "127.0.0.1" }.Uri;
    }

    /// <summary>Where the emulator listens, for example <c>http://127.0.0.1:41234/</c>; without an API version.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The key the emulator accepts. Not shaped like a real one.</summary>
    public string ApiKey { get; }

    /// <summary>The bearer token the emulator accepts where Google Cloud wants one. Not shaped like a real one.</summary>
    public string AccessToken { get; }

    /// <summary>What was received so far, oldest first, without keys; a snapshot. Empty when recording is off.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _state.Requests.Snapshot();

    /// <summary>What was counted against the quotas so far. Empty without <see cref="GeminiEmulatorOptions.Quotas"/>.</summary>
    public IReadOnlyList<QuotaUsage> QuotaUsages => _state.Quotas.Snapshot();

    /// <summary>Starts an emulator on a loopback port; it accepts requests when the task completes.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running emulator. Dispose it to free the port.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="GeminiEmulatorOptions.RequestTimeout"/> is not positive.</exception>
    /// <exception cref="ArgumentException"><see cref="GeminiEmulatorOptions.ApiKey"/> or <see cref="GeminiEmulatorOptions.AccessToken"/> is empty.</exception>
    /// <exception cref="IOException">The port is taken, or a folder of recordings cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder for recordings may not be written to.</exception>
    /// <exception cref="InvalidDataException">A file in <see cref="GeminiEmulatorOptions.ReplayFolder"/> is no recording.</exception>
    public static async Task<GeminiEmulator> StartAsync(GeminiEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new GeminiEmulatorOptions();
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ApiKey, "options.ApiKey");
        ArgumentException.ThrowIfNullOrWhiteSpace(options.AccessToken, "options.AccessToken");
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.RequestTimeout, TimeSpan.Zero, "options.RequestTimeout");

        var stopping = new CancellationTokenSource();
        var state = new EmulatorState(options);
        var router = new ApiRouter(state, RouteTable.Build(state), stopping.Token);
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

        var emulator = new GeminiEmulator(application, stopping, state);
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
            _state.Faults.Add(fault);
        }

        return this;
    }

    /// <summary>Adds the faults of a script from a file, after those added before.</summary>
    /// <param name="script">The script. Its clock is not this emulator's: pass it by <see cref="GeminiEmulatorOptions.TimeProvider"/>.</param>
    /// <returns>This emulator.</returns>
    public GeminiEmulator Play(EmulatorScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Script([.. script.Faults]);
    }

    /// <summary>Adds faults for the next requests that start an upload or bring a chunk; the chunk is then lost.</summary>
    /// <param name="faults">What shall happen, request by request. <see cref="EmulatorFault.None"/> lets one through.</param>
    /// <returns>This emulator.</returns>
    public GeminiEmulator ScriptUploads(params EmulatorFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (EmulatorFault fault in faults)
        {
            _state.UploadFaults.Add(fault);
        }

        return this;
    }

    /// <summary>Forgets the faults that were not used yet.</summary>
    public void ClearScript()
    {
        _state.Faults.Clear();
        _state.UploadFaults.Clear();
    }

    /// <summary>Completes as soon as this many requests were received since the start, whether or not they are answered.</summary>
    /// <param name="count">How many; at least 0.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The task to await.</returns>
    public Task WaitForRequestsAsync(int count, CancellationToken cancellationToken = default) => _state.Requests.WaitAsync(count, cancellationToken);

    /// <summary>Stops listening; requests still open (a fault that never answers) are cut.</summary>
    /// <returns>The task to await.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }
}
