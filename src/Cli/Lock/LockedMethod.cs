using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Shared.Locks;

namespace GeminiGen.Cli;

/// <summary>A method in the prompt lock.</summary>
/// <param name="Contract">The full name of its contract.</param>
/// <param name="Signature">Its name and parameters.</param>
/// <param name="Members">What is kept of it, in the order of the file.</param>
internal sealed record LockedMethod(string Contract, string Signature, JsonObject Members)
{
    /// <summary>The member that has the frameworks a method is in, where it is not in all of the project's.</summary>
    public const string Frameworks = "frameworks";

    /// <summary>The member that has the hash.</summary>
    public const string Hash = "hash";

    /// <summary>The member that has the estimate.</summary>
    public const string Tokens = "tokens";

    /// <summary>The member that has the model.</summary>
    public const string Model = "model";

    private const int HashLength = 16;

    /// <summary>The members that are texts, which the file has as lists of lines.</summary>
    private static readonly string[] Texts = ["system", "prompt"];

    /// <summary>Contract and method as people say them, without parameters.</summary>
    public string Name => $"{Contract}.{Signature[..(Signature.IndexOf('(', StringComparison.Ordinal) is > 0 and int end ? end : Signature.Length)]}";

    /// <summary>Makes the entry of a method that is served.</summary>
    /// <param name="facts">What the generator tells.</param>
    public static LockedMethod Create(JsonObject facts)
    {
        JsonObject content = [];
        foreach ((string name, JsonNode? value) in facts)
        {
            if (name is not ("contract" or "method" or Tokens))
            {
                content.Add(name, Texts.Contains(name) ? SplitLines(value!) : name == "examples" ? SplitExamples(value!) : value?.DeepClone());
            }
        }

        JsonObject members = new()
        {
            [Hash] = ComputeHash(content),
            [Tokens] = facts[Tokens]?.DeepClone(),
        };
        foreach ((string name, JsonNode? value) in content)
        {
            members.Add(name, value?.DeepClone());
        }

        return new LockedMethod((string)facts["contract"]!, (string)facts["method"]!, members);
    }

    /// <summary>The entry, of some frameworks only.</summary>
    public LockedMethod In(IEnumerable<string> frameworks)
        => this with { Members = LockJson.Prepend(Frameworks, new JsonArray([.. frameworks.Select(static name => JsonValue.Create(name))]), Members) };

    /// <summary>Stands for all that is sent, and for nothing else: neither the estimate, which a better estimator changes, nor where the method is.</summary>
    private static string ComputeHash(JsonObject content)
        => string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(LockJson.Write(content))).Take(HashLength / 2).Select(static value => $"{value:x2}"));

    private static JsonArray SplitLines(JsonNode text) => [.. LockLines.Split((string)text!).Select(static line => JsonValue.Create(line))];

    private static JsonArray SplitExamples(JsonNode examples)
        => [.. examples.AsArray().Select(static example => new JsonObject { ["user"] = SplitLines(example!["user"]!), ["model"] = SplitLines(example["model"]!) })];
}
