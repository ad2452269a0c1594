using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Testing;

namespace GeminiGen.Cli;

/// <summary>The prompt lock of a project: what each method of its contracts sends.</summary>
/// <param name="methods">The methods, by contract and signature.</param>
internal sealed class PromptLock(IReadOnlyList<LockedMethod> methods)
{
    /// <summary>The name of the file, which is beside the project.</summary>
    public const string FileName = "geminigen.lock.json";

    private const int Version = 1;

    /// <summary>The methods in the order of the file.</summary>
    public IReadOnlyList<LockedMethod> Methods { get; } = methods;

    /// <summary>Makes the lock of a project.</summary>
    /// <param name="compiled">The project, once for each framework.</param>
    /// <exception cref="LockException">A method cannot be served.</exception>
    public static PromptLock Create(IReadOnlyList<CompiledProject> compiled)
    {
        if (compiled.SelectMany(static project => project.Methods).FirstOrDefault(static method => method.ContainsKey("fault")) is { } fault)
        {
            throw new LockException($"{fault["contract"]}.{fault["method"]} cannot be called: {fault["fault"]}");
        }

        IEnumerable<LockedMethod> methods = compiled
            .SelectMany(static project => project.Methods.Select(method => (project.Framework, Method: LockedMethod.Create(method))))
            .GroupBy(static entry => (entry.Method.Contract, entry.Method.Signature, Text: LockJson.Write(entry.Method.Members)))
            .Select(group => Merge(group.First().Method, [.. group.Select(static entry => entry.Framework).Distinct().Order(StringComparer.Ordinal)], compiled.Count));
        return new PromptLock(
        [
            .. methods.OrderBy(static method => method.Contract, StringComparer.Ordinal)
                .ThenBy(static method => method.Signature, StringComparer.Ordinal)
                .ThenBy(static method => method.Members[LockedMethod.Frameworks]?.ToJsonString(), StringComparer.Ordinal),
        ]);
    }

    /// <summary>Reads a lock.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="LockException">It is no lock, of a newer version, or in the middle of a merge.</exception>
    public static PromptLock? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        string text = File.ReadAllText(path);
        RefuseConflicts(path, text);
        try
        {
            JsonNode? root = JsonNode.Parse(text);
            RefuseVersions(path, root);
            return new PromptLock([.. Find<JsonArray>(root, "contracts").SelectMany(ReadContract)]);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // An object with a member twice is an ArgumentException, and has no place.
            string place = exception is JsonException { LineNumber: { } line } ? $"({line + 1})" : "";
            throw new LockException($"{path}{place}: This is no prompt lock: {exception.Message} Run 'geminigen lock' to write it anew.");
        }
    }

    /// <summary>Refuses to write over what a newer version wrote.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="LockException">It is of a newer version.</exception>
    public static void RefuseNewer(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                RefuseVersions(path, JsonNode.Parse(File.ReadAllText(path)));
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // What cannot be read is written anew: that is the cure.
        }
    }

    /// <summary>Writes the lock, whole or not at all.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>Whether it was another one before.</returns>
    /// <exception cref="LockException">The file is read-only.</exception>
    public bool Write(string path)
    {
        string text = ToString();
        var file = new FileInfo(path);
        if (file.Exists && File.ReadAllText(path).ReplaceLineEndings("\n") == text)
        {
            return false;
        }

        if (file is { Exists: true, IsReadOnly: true })
        {
            throw new LockException($"{path} is read-only. Make it writable and run 'geminigen lock' again.");
        }

        AtomicFile.Write(path, text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        JsonArray contracts = [];
        foreach (IGrouping<string, LockedMethod> contract in Methods.GroupBy(static method => method.Contract, StringComparer.Ordinal))
        {
            contracts.Add(new JsonObject
            {
                ["contract"] = contract.Key,
                ["methods"] = new JsonArray([.. contract.Select(WriteMethod)]),
            });
        }

        return LockJson.Write(new JsonObject { ["version"] = Version, ["contracts"] = contracts }) + "\n";
    }

    private static LockedMethod Merge(LockedMethod method, IReadOnlyList<string> frameworks, int all) => frameworks.Count == all ? method : method.In(frameworks);

    private static JsonObject WriteMethod(LockedMethod method) => LockJson.Prepend("method", method.Signature, method.Members);

    private static IEnumerable<LockedMethod> ReadContract(JsonNode? contract)
    {
        string name = FindText(contract, "contract");
        foreach (JsonNode? method in Find<JsonArray>(contract, "methods"))
        {
            string signature = FindText(method, "method");
            var members = (JsonObject)method!.DeepClone();
            members.Remove("method");
            yield return new LockedMethod(name, signature, members);
        }
    }

    private static T Find<T>(JsonNode? parent, string name)
        where T : JsonNode
        => parent is JsonObject members && members[name] is T found ? found : throw new JsonException($"'{name}' is missing, or is something else.");

    private static string FindText(JsonNode? parent, string name)
        => Find<JsonValue>(parent, name).TryGetValue(out string? text) ? text : throw new JsonException($"'{name}' is no text.");

    private static void RefuseVersions(string path, JsonNode? root)
    {
        int version = Find<JsonValue>(root, "version").TryGetValue(out int number) ? number : throw new JsonException("'version' is no number.");
        if (version > Version)
        {
            throw new LockException($"{path} is of version {version}, and this tool knows {Version}. Update it: dotnet tool update GeminiGen.Cli");
        }
    }

    private static void RefuseConflicts(string path, string text)
    {
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.StartsWith("<<<<<<< ") || line.StartsWith(">>>>>>> "))
            {
                throw new LockException($"{path}({number}): A merge has left a conflict here. Resolve those of the sources, then run 'geminigen lock', which writes the file anew.");
            }
        }
    }
}
