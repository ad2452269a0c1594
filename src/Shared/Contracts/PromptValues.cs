using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Says how values of a type are written into a prompt.</summary>
internal static class PromptValues
{
    /// <summary>How a value is written; <see cref="PromptValueKind.None"/> for types that have no text of their own.</summary>
    public static PromptValueKind Classify(ITypeSymbol type)
    {
        type = StripNullable(type);
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return PromptValueKind.String;
            case SpecialType.System_Char:
                return PromptValueKind.Char;
            case SpecialType.System_Boolean:
                return PromptValueKind.Boolean;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return PromptValueKind.Enum;
        }

        if (type.IsRefLikeType || type.TypeKind is not (TypeKind.Struct or TypeKind.Class or TypeKind.Interface))
        {
            return PromptValueKind.None;
        }

        return type.IsNamed("System", "Uri") ? PromptValueKind.Uri
            : type.Implements("System", "ISpanFormattable") ? PromptValueKind.SpanFormattable
            : type.Implements("System", "IFormattable") ? PromptValueKind.Formattable
            : PromptValueKind.None;
    }

    /// <summary>Whether values of the type can be written with the format. What a formattable type makes of it shows at run time only.</summary>
    public static bool TakesFormat(ITypeSymbol type, string format) => Classify(type) switch
    {
        PromptValueKind.SpanFormattable or PromptValueKind.Formattable or PromptValueKind.None => true,
        PromptValueKind.Enum => format is "G" or "g" or "D" or "d",
        _ => false,
    };

    /// <summary>What a parameter is to the call itself rather than to its text; <see cref="PromptValueKind.None"/> for all that a prompt could write.</summary>
    public static PromptValueKind ClassifyForCall(ITypeSymbol type)
        => type.IsNamed("System.Threading", "CancellationToken") ? PromptValueKind.CancellationToken
            : type.IsNamed(WellKnownNames.Namespace, WellKnownNames.Conversation) ? PromptValueKind.Conversation
            : PromptValueKind.None;

    /// <summary>Whether the type is a <c>Nullable&lt;T&gt;</c>.</summary>
    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The names of an enum, one for each value: a switch cannot have two arms for one.</summary>
    public static PromptEnumModel DescribeEnum(ITypeSymbol type)
    {
        INamedTypeSymbol symbol = (INamedTypeSymbol)StripNullable(type);
        List<string> names = [];
        HashSet<object> values = [];
        foreach (ISymbol member in symbol.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } value } && !IsForbidden(member) && values.Add(value))
            {
                names.Add(member.Name);
            }
        }

        bool isFlags = symbol.FindAttribute("System", "FlagsAttribute") is not null;
        return new PromptEnumModel(symbol.GetPlainName(), symbol.EnumUnderlyingType!.GetPlainName(), isFlags, names.ToEquatableArray());
    }

    /// <summary>Whether naming the member is an error, which no pragma silences.</summary>
    private static bool IsForbidden(ISymbol member)
        => member.FindAttribute("System", "ObsoleteAttribute") is { ConstructorArguments: [_, { Value: true }] };

    private static ITypeSymbol StripNullable(ITypeSymbol type) => IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
