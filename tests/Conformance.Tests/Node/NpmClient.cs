using System.Text.Json;
using GeminiGen.Emulator;

namespace GeminiGen.Conformance.Tests.Node;

/// <summary>Runs the checks of one client, a program of their own, against an emulator of its own.</summary>
internal static class NpmClient
{
    /// <summary>What the lines begin with that are for us; clients write to the standard output, too.</summary>
    private const string Mark = "@@";

    /// <summary>Runs a client's checks.</summary>
    /// <param name="folder">Where the programs and the packages are.</param>
    /// <param name="program">The program's name.</param>
    /// <returns>The checks, all of which passed.</returns>
    public static async Task<IReadOnlyList<ConformanceCheck>> RunAsync(string folder, string program)
    {
        await using GeminiEmulator emulator = await ConformanceEmulator.StartAsync();
        string[] arguments = [program + ".mjs", emulator.BaseAddress.GetLeftPart(UriPartial.Authority), emulator.ApiKey];
        (int code, string output, string errors) = await NodeProcess.RunAsync("node", arguments, folder);
        Line[] lines =
        [
            .. output.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
                .Select(line => JsonSerializer.Deserialize<Line>(line[Mark.Length..], JsonSerializerOptions.Web)!),
        ];
        Assert.True(code == 0 && lines.Length > 1 && lines.Length == lines[0].Checks + 1, $"{program}.mjs ended with {code} after {lines.Length - 1} of {lines.FirstOrDefault()?.Checks} checks.\n{errors}");
        string[] failures = [.. lines.Where(line => line.Error is not null).Select(line => $"{line.Name}: {line.Error}")];
        Assert.True(failures.Length == 0, $"{lines[0].Client}: {failures.Length} checks failed.\n\n{string.Join("\n\n", failures)}\n\n{errors}");
        return [.. lines.Skip(1).Select(line => new ConformanceCheck(lines[0].Client!, lines[0].Version!, line.Name!, line.Result!, line.Note))];
    }

    /// <summary>What a program writes: first which client it is and how many checks follow, then each check.</summary>
    private sealed record Line(string? Client, string? Version, int? Checks, string? Name, string? Result, string? Note, string? Error);
}
