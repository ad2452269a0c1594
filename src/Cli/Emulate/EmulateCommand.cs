using System.CommandLine;
using GeminiGen.Emulator;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Cli;

/// <summary><c>geminigen emulate</c>: the Gemini API on this machine, until it is stopped.</summary>
internal static class EmulateCommand
{
    private const int Failed = 1;

    private static readonly Option<int> Port = new("--port", "-p") { Description = "The port; 0 takes any free one.", DefaultValueFactory = static _ => 8080 };
    private static readonly Option<string> Host = new("--host") { Description = "localhost, or 0.0.0.0 to let other machines in.", DefaultValueFactory = static _ => "localhost" };
    private static readonly Option<string?> Key = new("--key") { Description = "The key that is accepted. Make one up: it is no secret here." };
    private static readonly Option<string?> Script = new("--script") { Description = "A script in JSON: answers, faults and delays for chosen calls." };
    private static readonly Option<string?> Record = new("--record") { Description = "A folder to store each request and its answer in." };
    private static readonly Option<string?> Replay = new("--replay") { Description = "A folder of such files that alone answer." };
    private static readonly Option<string[]> Quota = new("--quota") { Description = "free, rpm=5,tpm=250000,rpd=20 or MODEL:rpm=5; may stand several times." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Another number gives other ids, signatures and lengths of texts." };
    private static readonly Option<DateTimeOffset?> Clock = new("--clock") { Description = "The time at which the clock stands, for example 2026-11-30T08:00:00Z." };

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command("emulate", "Runs the Gemini API on this machine: no key, no network, no bill.") { Port, Host, Key, Script, Record, Replay, Quota, Seed, Clock };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            EmulatorScript? script = arguments.GetValue(Script) is { } path ? EmulatorScript.Load(path) : null;
            GeminiEmulatorOptions options = Read(arguments, script);
            await using GeminiEmulator emulator = await GeminiEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
            if (script is not null)
            {
                emulator.Play(script);
            }

            EmulatorBanner.Write(Console.Out, emulator, ownKey: arguments.GetValue(Key) is not null);
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Console.WriteLine("Stopped.");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or InvalidDataException or ArgumentException)
        {
            Console.Error.WriteLine(exception.Message);
            return Failed;
        }
    }

    private static GeminiEmulatorOptions Read(ParseResult arguments, EmulatorScript? script)
    {
        var options = new GeminiEmulatorOptions
        {
            Port = arguments.GetValue(Port) is >= 0 and <= ushort.MaxValue and var port ? port : throw new ArgumentException($"--port takes a number from 0 to {ushort.MaxValue}."),
            AllowRemoteConnections = AllowsOthers(arguments.GetValue(Host)!),
            RecordFolder = arguments.GetValue(Record),
            ReplayFolder = arguments.GetValue(Replay),
            Seed = arguments.GetValue(Seed),

            // The status page keeps the last ones; a server that runs for days must not keep all.
            RecordRequests = false,
        };
        options.ApiKey = arguments.GetValue(Key) ?? options.ApiKey;
        foreach (string quota in arguments.GetValue(Quota) ?? [])
        {
            options.Quotas = (options.Quotas ?? new()).Parse(quota);
        }

        if ((arguments.GetValue(Clock) ?? script?.Clock) is { } time)
        {
            options.TimeProvider = new FixedClock(time);
        }

        return options.RecordFolder is null || options.ReplayFolder is null
            ? options
            : throw new ArgumentException("--record and --replay together would record what was recorded; leave one out.");
    }

    private static bool AllowsOthers(string host) => host switch
    {
        "localhost" or "127.0.0.1" => false,
        "0.0.0.0" or "*" => true,
        _ => throw new ArgumentException($"The host '{host}' is not understood: write localhost, for this machine, or 0.0.0.0, for all that can reach it."),
    };
}
