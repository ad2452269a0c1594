using System.Globalization;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Requests;

/// <summary>A setting of the model in a request that code spells out.</summary>
/// <param name="Name">The member that an attribute of a contract would set.</param>
/// <param name="Value">Its value.</param>
/// <param name="Model">The model it is for.</param>
internal sealed record RequestSetting(string Name, RequestValue Value, CatalogModel? Model) : Setting(Name, Value.Location, Model)
{
    /// <inheritdoc/>
    public override int? Integer => Number is { } number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    /// <inheritdoc/>
    public override double? Number => Value.Constant switch
    {
        null or string or bool or char => null,
        // 0.1f is what was meant, not the double next to it.
        float number => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <inheritdoc/>
    public override string? Member => Value.Constant as string ?? (Value.Operation is IMemberReferenceOperation { Member: { IsStatic: true } known } ? known.Name : null);

    /// <inheritdoc/>
    public override string Display => Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : Member ?? Value.Location.SourceTree?.GetText().ToString(Value.Location.SourceSpan) ?? "";

    /// <summary>Whether only running code knows it.</summary>
    public bool IsUnknown => Value.Constant is null && Member is null;

    /// <summary>The texts of a list; null when it is none, or not all of them are known.</summary>
    public IReadOnlyList<string?>? Texts => Value is { IsWhole: true, IsObject: false } && Value.Items.All(static item => item.Constant is string) ? [.. Value.Items.Select(static item => item.Constant as string)] : null;
}
