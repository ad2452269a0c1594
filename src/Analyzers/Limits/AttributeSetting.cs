using System.Globalization;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Analyzers.Limits;

/// <summary>A named argument of one of our attributes.</summary>
/// <param name="Attribute">The attribute's class.</param>
/// <param name="Name">The member set.</param>
/// <param name="Value">Its constant.</param>
/// <param name="Location">The constant's place.</param>
/// <param name="Model">The model it is for.</param>
internal sealed record AttributeSetting(string Attribute, string Name, TypedConstant Value, Location Location, CatalogModel? Model) : Setting(Name, Location, Model)
{
    /// <inheritdoc/>
    public override int? Integer => Value.Kind == TypedConstantKind.Primitive ? Value.Value as int? : null;

    /// <inheritdoc/>
    public override double? Number => Value.Kind == TypedConstantKind.Primitive ? Value.Value as double? : null;

    /// <inheritdoc/>
    public override string? Member => MemberOf(Value);

    /// <inheritdoc/>
    public override string Display => DisplayOf(Value);

    /// <summary>The name of the member an enum's constant is; null when it is none.</summary>
    public static string? MemberOf(TypedConstant value)
    {
        if (value is not { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type })
        {
            return null;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value.Value))
            {
                return field.Name;
            }
        }

        return null;
    }

    /// <summary>A constant as messages say it.</summary>
    public static string DisplayOf(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Array } when value.Values.Length <= ApiLimits.MaxStopSequences => value.ToCSharpString(),
        { Kind: TypedConstantKind.Array } => string.Format(CultureInfo.InvariantCulture, "{0} texts", value.Values.Length),
        { Kind: TypedConstantKind.Enum } => MemberOf(value) ?? Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "",
        _ => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "",
    };
}
