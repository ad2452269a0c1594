using System.Reflection;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>The checks of a client: the methods of an object that carry <see cref="CheckAttribute"/>, and what its class says is not offered.</summary>
internal sealed class CheckList
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    private readonly List<(ConformanceCheck Row, Func<Task> Run)> _checks = [];
    private readonly string _client;
    private readonly string _version;
    private readonly List<string> _names;

    /// <summary>Reads the checks of an object.</summary>
    /// <param name="client">The client's package.</param>
    /// <param name="version">Its exact version.</param>
    /// <param name="names">What it has to tell about, in this order.</param>
    /// <param name="checks">The object.</param>
    public CheckList(string client, string version, IEnumerable<string> names, object checks)
    {
        (_client, _version, _names) = (client, version, [.. names]);
        foreach (NotOfferedAttribute not in checks.GetType().GetCustomAttributes<NotOfferedAttribute>())
        {
            Add(not.Name, ConformanceCheck.NotOffered, not.Note, () => Task.CompletedTask);
        }

        foreach (MethodInfo method in checks.GetType().GetMethods())
        {
            if (method.GetCustomAttribute<CheckAttribute>() is { } check)
            {
                Add(check.Name, check.Differs is null ? ConformanceCheck.Passed : ConformanceCheck.Differs, check.Differs ?? check.Note, method.CreateDelegate<Func<Task>>(checks));
            }
        }
    }

    /// <summary>Runs the checks one after another: first those that it has to tell about, in their order, then the client's own.</summary>
    /// <returns>The rows; all of the checks passed.</returns>
    public async Task<IReadOnlyList<ConformanceCheck>> RunAsync()
    {
        Assert.Equal([], _names.Except(_checks.Select(check => check.Row.Name)));
        (ConformanceCheck Row, Func<Task> Run)[] ordered = [.. _checks.OrderBy(check => (uint)_names.IndexOf(check.Row.Name))]; // as such, -1 is the last

        var failures = new List<string>();
        foreach ((ConformanceCheck row, Func<Task> run) in ordered)
        {
            try
            {
                await run().WaitAsync(TimeLimit);
            }
            catch (Exception failure)
            {
                failures.Add($"{row.Name}: {failure}");
            }
        }

        Assert.True(failures.Count == 0, $"{_client}: {failures.Count} checks failed.\n\n{string.Join("\n\n", failures)}");
        return [.. ordered.Select(check => check.Row)];
    }

    private void Add(string name, string result, string? note, Func<Task> run) => _checks.Add((new ConformanceCheck(_client, _version, name, result, note), run));
}
