using GeminiGen.Emulator;
using GeminiGen.Emulator.Quotas;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Conformance.Tests;

/// <summary>The emulator that a client is checked against: for each an own one, with the faults that the checks ask for.</summary>
internal static class ConformanceEmulator
{
    /// <summary>Starts one.</summary>
    public static async Task<GeminiEmulator> StartAsync()
    {
        var script = EmulatorScript.Load(Path.Combine(AppContext.BaseDirectory, "npm", "faults.json"));
        var options = new GeminiEmulatorOptions
        {
            // It stands still: what models there are, and how many calls a minute holds, is the same at any time.
            TimeProvider = new FakeTimeProvider(script.Clock!.Value),
            Quotas = new QuotaOptions { Models = { ["gemini-2.5-flash-lite"] = new ModelQuota { RequestsPerMinute = 1 } } },
        };
        GeminiEmulator emulator = await GeminiEmulator.StartAsync(options);
        return emulator.Play(script);
    }
}
