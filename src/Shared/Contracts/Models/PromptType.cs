namespace GeminiGen;

/// <summary>What writing a value takes to know of its type.</summary>
/// <param name="Name">The type as a reader would write it, for messages.</param>
/// <param name="Kind">How a value is written; <see cref="PromptValueKind.None"/> for types that have no text of their own.</param>
/// <param name="IsNullable">Whether a value can be null.</param>
/// <param name="IsValueType">Whether it is a struct, <c>Nullable&lt;T&gt;</c> included.</param>
/// <param name="CountMember">The property that tells how many items a list has; null when there is none.</param>
/// <param name="Format">Which formats it takes.</param>
/// <param name="Enum">The enum's names, for <see cref="PromptValueKind.Enum"/>.</param>
internal sealed record PromptType(
    string Name,
    PromptValueKind Kind,
    bool IsNullable,
    bool IsValueType,
    string? CountMember,
    FormatFamily Format,
    PromptEnumModel? Enum)
{
    /// <summary>The type of a loop's counters.</summary>
    public static PromptType Counter { get; } = new("int", PromptValueKind.SpanFormattable, IsNullable: false, IsValueType: true, null, FormatFamily.Integer, null);

    /// <summary>Whether its values are whole answers of the method, which the model may be shown as examples.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Whether it is a list whose values may be none at all without being null.</summary>
    public bool MayBeDefault { get; init; }

    /// <summary>Whether values of the type can be written with the format.</summary>
    public bool TakesFormat(string format) => Kind switch
    {
        PromptValueKind.SpanFormattable or PromptValueKind.Formattable => FormatStrings.IsValid(Format, format),
        PromptValueKind.Enum => format is "G" or "g" or "D" or "d",
        _ => false,
    };
}
