using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Says how values of a type are written into a prompt.</summary>
internal static class PromptValues
{
    private const string NullStateNamespace = "System.Diagnostics.CodeAnalysis";

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

        if (IsMedia(type) || IsMediaList(type))
        {
            return PromptValueKind.Media;
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

    /// <summary>What a parameter is to the call itself rather than to its text; <see cref="PromptParameterUse.None"/> for all that a prompt could write.</summary>
    public static PromptParameterUse ClassifyForCall(IParameterSymbol parameter)
        => ClassifyForCall(parameter.Type) is not PromptParameterUse.None and var kind ? kind
            : parameter.FindAttribute(WellKnownNames.Namespace, WellKnownNames.ConversationKeyAttribute) is not null ? PromptParameterUse.ConversationKey
            : parameter.FindAttribute(WellKnownNames.Namespace, WellKnownNames.ToolsAttribute) is not null ? PromptParameterUse.ToolInstance
            : PromptParameterUse.None;

    /// <summary>Whether the type is a nullable <c>CancellationToken</c> or a collection of them.</summary>
    public static bool HoldsCancellationToken(ITypeSymbol type)
    {
        ITypeSymbol inner = PromptLists.FindElement(type) ?? StripNullable(type);
        return !SymbolEqualityComparer.Default.Equals(inner, type) && StripNullable(inner).IsNamed("System.Threading", "CancellationToken");
    }

    private static PromptParameterUse ClassifyForCall(ITypeSymbol type)
        => type.IsNamed("System.Threading", "CancellationToken") ? PromptParameterUse.CancellationToken
            : type.IsNamed(WellKnownNames.Namespace, WellKnownNames.Conversation) ? PromptParameterUse.Conversation
            : type.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptOptions) ? PromptParameterUse.Options
            : type.IsNamed(WellKnownNames.Namespace, WellKnownNames.ToolApproval) ? PromptParameterUse.ToolApproval
            : IsToolSet(type) ? PromptParameterUse.ToolInstance
            : PromptParameterUse.None;

    /// <summary>Whether the type is <c>ToolSet</c>, functions that are known at run time.</summary>
    public static bool IsToolSet(ITypeSymbol type) => type.IsNamed(WellKnownNames.Namespace, WellKnownNames.ToolSet);

    /// <summary>Whether the type is <c>Media</c>.</summary>
    public static bool IsMedia(ITypeSymbol type) => type.IsNamed(WellKnownNames.Namespace, WellKnownNames.Media);

    /// <summary>What to do with a value that holds media without being <c>Media</c>; null for other types.</summary>
    public static string? GetMediaCure(ITypeSymbol type)
    {
        type = StripNullable(type);
        string? factory = type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => "FromBytes",
            INamedTypeSymbol { Name: "Memory" or "ReadOnlyMemory", Arity: 1 } named when named.TypeArguments[0].SpecialType == SpecialType.System_Byte => "FromBytes",
            _ when type.IsNamed("System.IO", "FileInfo") => "FromFile",
            _ when IsStream(type) => "FromStream",
            _ => null,
        };
        if (type.IsNamed(WellKnownNames.Namespace, "GeminiFile"))
        {
            return "take a 'Media' and pass what 'ToMedia()' of the file gives";
        }

        return factory is null ? null : $"take a 'Media' and pass 'Media.{factory}(…)'";
    }

    private static bool IsStream(ITypeSymbol? type)
    {
        while (type is not null && !type.IsNamed("System.IO", "Stream"))
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    /// <summary>Whether the type is a list of media that can be gone through: an array, or a reference type that is an <c>IEnumerable&lt;Media&gt;</c>.</summary>
    private static bool IsMediaList(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 && IsMedia(array.ElementType);
        }

        if (type is not INamedTypeSymbol { IsReferenceType: true } list)
        {
            return false;
        }

        if (IsSequenceOfMedia(list))
        {
            return true;
        }

        foreach (INamedTypeSymbol contract in list.AllInterfaces)
        {
            if (IsSequenceOfMedia(contract))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSequenceOfMedia(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T && IsMedia(type.TypeArguments[0]);

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
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } value } && !ObsoleteErrors.IsMarked(member) && values.Add(value))
            {
                names.Add(member.Name);
            }
        }

        bool isFlags = symbol.FindAttribute("System", "FlagsAttribute") is not null;
        return new PromptEnumModel(symbol.GetPlainName(), symbol.EnumUnderlyingType!.GetPlainName(), isFlags, names.ToEquatableArray());
    }

    /// <summary>The type of what callers may pass, for whom <c>[AllowNull]</c> says more than the type.</summary>
    public static ITypeSymbol GetArgumentType(IParameterSymbol parameter)
        => parameter.Type.IsReferenceType && AllowsNull(parameter)
            ? parameter.Type.WithNullableAnnotation(NullableAnnotation.Annotated)
            : parameter.Type;

    /// <summary>Whether <c>[AllowNull]</c> lets null be given although the type could not hold it.</summary>
    public static bool AllowsNull(ISymbol symbol) => symbol.FindAttribute(NullStateNamespace, "AllowNullAttribute") is not null;

    /// <summary>Whether <c>[DisallowNull]</c> keeps null out although the type could hold it.</summary>
    public static bool DisallowsNull(ISymbol symbol) => symbol.FindAttribute(NullStateNamespace, "DisallowNullAttribute") is not null;

    /// <summary>Whether <c>[NotNull]</c> promises that no call comes back which was given null.</summary>
    public static bool PromisesNotNull(IParameterSymbol parameter) => parameter.FindAttribute(NullStateNamespace, "NotNullAttribute") is not null;

    /// <summary>What a parameter says of null behind the call, which whoever implements the method has to say too; empty for nearly all.</summary>
    public static string GetNullPromises(IParameterSymbol parameter)
        => (PromisesNotNull(parameter) ? "[global::" + NullStateNamespace + ".NotNull] " : "")
            + (parameter.FindAttribute(NullStateNamespace, "MaybeNullAttribute") is null ? "" : "[global::" + NullStateNamespace + ".MaybeNull] ");

    /// <summary>What to do about a parameter no call that goes on later can keep; null when it can.</summary>
    public static string? FindUnkeepable(IParameterSymbol parameter)
        => parameter.RefKind != RefKind.None ? "pass it by value"
            : UnsafeTypes.Contains(parameter.Type) ? "it points into memory that nobody holds while the call is under way; pass a value, an array or a 'string'"
            : parameter.Type.IsRefLikeType ? "it lives on the stack only, and the call goes on after it; pass a 'string' or an array"
            : null;

    /// <summary>The type inside a <c>Nullable&lt;T&gt;</c>; any other as it is.</summary>
    public static ITypeSymbol StripNullable(ITypeSymbol type) => IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
