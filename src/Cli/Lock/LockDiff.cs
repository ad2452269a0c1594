using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Testing;

namespace GeminiGen.Cli;

/// <summary>Tells how two locks differ, method by method.</summary>
internal static class LockDiff
{
    /// <summary>The differences; empty when there are none.</summary>
    /// <param name="recorded">The lock of the file.</param>
    /// <param name="now">What the contracts say.</param>
    public static string Create(PromptLock recorded, PromptLock now)
    {
        var text = new StringBuilder();
        List<LockedMethod> gone = [.. recorded.Methods];
        List<LockedMethod> added = [];
        List<(LockedMethod Before, LockedMethod After)> pairs = [];
        Pair(now.Methods, static (before, after) => before.Contract == after.Contract && before.Signature == after.Signature && FrameworksOf(before) == FrameworksOf(after));

        // What is left is found by its name: a parameter more is a change of the method, not another method.
        LockedMethod[] left = [.. added];
        added.Clear();
        Pair(left, static (before, after) => before.Name == after.Name);
        foreach ((LockedMethod before, LockedMethod after) in pairs.OrderBy(static pair => pair.After.Name, StringComparer.Ordinal))
        {
            Compare(text, before, after);
        }

        added.ForEach(method => text.Append($"  {method.Name} is new\n"));
        gone.ForEach(method => text.Append($"  {method.Name} is gone\n"));
        return text.ToString();

        void Pair(IEnumerable<LockedMethod> methods, Func<LockedMethod, LockedMethod, bool> isSame)
        {
            foreach (LockedMethod after in methods)
            {
                int index = gone.FindIndex(before => isSame(before, after));
                if (index < 0)
                {
                    added.Add(after);
                    continue;
                }

                pairs.Add((gone[index], after));
                gone.RemoveAt(index);
            }
        }
    }

    private static string? FrameworksOf(LockedMethod method) => method.Members[LockedMethod.Frameworks]?.ToJsonString();

    private static void Compare(StringBuilder text, LockedMethod before, LockedMethod after)
    {
        if (before.Signature == after.Signature && JsonNode.DeepEquals(before.Members, after.Members))
        {
            return;
        }

        text.Append($"  {after.Name}\n");
        if (before.Signature != after.Signature)
        {
            text.Append($"    parameters: {before.Signature} → {after.Signature}\n");
        }

        bool isTold = before.Signature != after.Signature;
        foreach (string name in after.Members.Concat(before.Members).Select(static member => member.Key).Distinct().Where(static name => name != LockedMethod.Hash))
        {
            JsonNode? old = before.Members[name];
            JsonNode? now = after.Members[name];
            if (!JsonNode.DeepEquals(old, now))
            {
                isTold = true;
                WriteMember(text, name, old, now);
            }
        }

        if (!isTold)
        {
            text.Append($"    hash: {before.Members[LockedMethod.Hash]} → {after.Members[LockedMethod.Hash]}\n");
        }
    }

    private static void WriteMember(StringBuilder text, string name, JsonNode? old, JsonNode? now)
    {
        if (name is LockedMethod.Model or LockedMethod.Tokens)
        {
            text.Append($"    {name}: {old?.ToString() ?? "that of the options"} → {now?.ToString() ?? "that of the options"}\n");
            return;
        }

        text.Append($"    {name}\n");
        string lines = old is null ? Mark('+', now!) : now is null ? Mark('-', old) : LineDiff.Create(GetText(old), GetText(now));
        foreach (string line in lines.Split('\n'))
        {
            text.Append($"      {line}\n");
        }
    }

    private static string Mark(char sign, JsonNode value) => $"{sign} " + GetText(value).Replace("\n", $"\n{sign} ", StringComparison.Ordinal);

    /// <summary>Lines of text as they are, anything else as JSON.</summary>
    private static string GetText(JsonNode value) => value switch
    {
        JsonArray lines when lines.All(static line => line?.GetValueKind() == JsonValueKind.String) => string.Join('\n', lines.Select(static line => (string)line!)),
        _ => LockJson.Write(value),
    };
}
