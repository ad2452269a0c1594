using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Quotas;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator;

/// <summary>What one emulator remembers, and everything in it may change.</summary>
internal sealed class EmulatorState(GeminiEmulatorOptions options)
{
    public GeminiEmulatorOptions Options { get; } = options;

    /// <summary>What no record, page or file shows.</summary>
    public Secrets Secrets { get; } = new(options);

    /// <summary>What was received, for tests.</summary>
    public RequestLog Requests { get; } = new(options);

    /// <summary>The last calls with their answers, for people.</summary>
    public CallLog Calls { get; } = new(options);

    public FaultQueue Faults { get; } = new();

    public FaultQueue UploadFaults { get; } = new();

    public QuotaLedger Quotas { get; } = new(options);
}
