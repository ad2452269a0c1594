using System.Text.Json;

namespace GeminiGen.Emulator.Validation;

/// <summary>One field of a message.</summary>
internal sealed class WireField
{
    public WireField(string name, WireKind kind, bool repeated = false, Func<WireMessage>? message = null, string typeName = "", params string[] choices)
    {
        Name = name;
        SnakeName = JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
        Kind = kind;
        Repeated = repeated;
        Message = message;
        TypeName = typeName;
        Choices = choices;
    }

    /// <summary>The name in camel case.</summary>
    public string Name { get; }

    /// <summary>The name in snake case: accepted as well, and used in error texts.</summary>
    public string SnakeName { get; }

    public WireKind Kind { get; }

    public bool Repeated { get; }

    /// <summary>The message of a <see cref="WireKind.Message"/> or <see cref="WireKind.Map"/>; late, because schemas contain themselves.</summary>
    public Func<WireMessage>? Message { get; }

    /// <summary>The enum's own name in error texts.</summary>
    public string TypeName { get; }

    public IReadOnlyList<string> Choices { get; }

    /// <summary>Whether the names of <see cref="Choices"/> are read in any case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The choice that a value names, as it is written; null where it names none.</summary>
    public string? ChoiceOf(string? value)
    {
        StringComparison comparison = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (string choice in Choices)
        {
            if (string.Equals(choice, value, comparison))
            {
                return choice;
            }
        }

        return null;
    }
}
