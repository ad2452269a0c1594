using GeminiGen.Shared.Json;
using GeminiGen.Shared.Locks;

namespace GeminiGen.Analyzers.Locks;

/// <summary>A method of the prompt lock, as the file has it or as the generator tells it.</summary>
/// <param name="Contract">The full name of its contract.</param>
/// <param name="Signature">Its name and parameters.</param>
/// <param name="Content">All that is kept of it.</param>
internal sealed record LockRow(string Contract, string Signature, JsonValue Content)
{
    /// <summary>Contract and method as people say them.</summary>
    public string Name => Contract + "." + (Signature.IndexOf('(') is > 0 and int end ? Signature.Substring(0, end) : Signature);

    /// <summary>Whether the method cannot be served, which other rules tell.</summary>
    public bool IsFault => Content.Find(LockNames.Fault) is not null;

    /// <summary>Whether the row is about a framework.</summary>
    public bool IsFor(string framework) => Content.Find(LockNames.Frameworks) is not { } frameworks || frameworks.Items.Any(item => item.Kind == JsonKind.String && item.GetString() == framework);

    /// <summary>What this row, of the file, has in other words than the generator; empty when they agree.</summary>
    /// <param name="now">What the generator tells.</param>
    public IEnumerable<string> FindChanges(LockRow now)
    {
        IEnumerable<string> members = now.Content.Members.Concat(Content.Members)
            .Select(static member => member.Name)
            .Where(static name => name is not (LockNames.Contract or LockNames.Method or LockNames.Frameworks or LockNames.Hash))
            .Distinct()
            .Where(name => !IsSame(Content.Find(name), now.Content.Find(name)));
        return Signature == now.Signature ? members : members.Prepend("parameters");
    }

    private static bool IsSame(JsonValue? recorded, JsonValue? now)
        => recorded is null || now is null ? recorded is null && now is null : recorded.IsSameAs(now) || recorded.IsSameAs(SplitTexts(now));

    // The file has texts as lists of lines: those of the system and the prompt, and those of examples.
    private static JsonValue SplitTexts(JsonValue value) => value.Kind switch
    {
        JsonKind.String => JsonValue.Array(value.Position, [.. LockLines.Split(value.GetString()).Select(line => JsonValue.Scalar(JsonKind.String, value.Position, line))]),
        JsonKind.Array => JsonValue.Array(value.Position, [.. value.Items.Select(SplitTexts)]),
        JsonKind.Object => JsonValue.Object(value.Position, [.. value.Members.Select(static member => member with { Value = SplitTexts(member.Value) })]),
        _ => value,
    };
}
