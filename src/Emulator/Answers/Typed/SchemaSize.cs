using System.Text.Json;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>
/// How large the least value of a schema is, in characters, as near as it matters. The API refuses schemas of too many states and tells no number; here those are refused of which no model could
/// write a value.
/// </summary>
internal sealed class SchemaSize
{
    private const double Most = 1_000_000;

    /// <summary>What a value costs, whatever it is.</summary>
    private const double OneValue = 20;

    private readonly Dictionary<string, double> _known = new(StringComparer.Ordinal);

    private SchemaSize()
    {
    }

    /// <summary>Whether a schema demands more than an answer can hold.</summary>
    public static bool IsTooLarge(JsonElement schema) => new SchemaSize().Of(SchemaNode.Read(schema)) > Most;

    private double Of(SchemaNode node)
    {
        if (node.Reference is not { } reference)
        {
            return Compute(node);
        }

        if (!_known.TryGetValue(reference, out double size))
        {
            // What leads back to itself may be missing there.
            _known[reference] = 0;
            _known[reference] = size = Compute(node);
        }

        return size;
    }

    private double Compute(SchemaNode node)
    {
        if (node.Constant is not null || node.Enum.Count > 0)
        {
            return OneValue;
        }

        if (node.Options is { Count: > 0 } options)
        {
            return options.Max(Of);
        }

        return OneValue + node.Type switch
        {
            "object" => node.Properties.Sum(member => Of(member.Schema)) + (Math.Max(0, node.MinProperties) * OfEach(node.AdditionalProperties)),
            "array" => node.PrefixItems.Sum(Of) + (Math.Max(0, node.MinItems) * OfEach(node.Items)),
            "string" or "" => Math.Max(node.MinLength, node.Pattern is { } pattern ? PatternSampler.LeastLength(pattern) : 0),
            _ => 0,
        };
    }

    private double OfEach(SchemaNode? node) => node is null ? OneValue : Of(node);
}
