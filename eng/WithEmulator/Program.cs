using System.Diagnostics;
using GeminiGen.Emulator;

// with-emulator <program> [arguments]: runs a program whose Gemini client finds an emulator, and ends with its exit code.
if (args.Length == 0)
{
    Console.Error.WriteLine("Usage: with-emulator <program> [arguments]");
    return 2;
}

await using GeminiEmulator emulator = await GeminiEmulator.StartAsync();
var start = new ProcessStartInfo(args[0], args[1..]);
start.Environment["GOOGLE_GEMINI_BASE_URL"] = emulator.BaseAddress.AbsoluteUri;
start.Environment["GEMINI_API_KEY"] = emulator.ApiKey;
using Process program = Process.Start(start) ?? throw new InvalidOperationException($"Cannot start {args[0]}.");
await program.WaitForExitAsync();
return program.ExitCode;
