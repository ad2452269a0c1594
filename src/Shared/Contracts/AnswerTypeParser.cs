using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>
/// Reads the types of answers into models: what the schema says about them and how JSON becomes them.
/// </summary>
internal sealed partial class AnswerTypeParser
{
    /// <summary>Deeper than any answer a model fills well, and a bound for types that contain ever larger versions of themselves.</summary>
    private const int MaxDepth = 16;

    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _contract;
    private readonly ContractIssueReporter _issues;
    private readonly ContractLocations _locations;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<ITypeSymbol, int> _indexes = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, Refusal> _refusals = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _takenNames = new(StringComparer.Ordinal)
    {
        nameof(Equals), "Finalize", nameof(GetHashCode), nameof(GetType), nameof(MemberwiseClone), nameof(ReferenceEquals), nameof(ToString),
    };

    private readonly Stack<ITypeSymbol> _path = new();
    private Refusal? _lastRefusal;
    private IMethodSymbol? _root;
    private ISymbol? _tool;
    private string _toolName = "";

    public AnswerTypeParser(
        Compilation compilation,
        INamedTypeSymbol contract,
        ContractIssueReporter issues,
        ContractLocations locations,
        CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _contract = contract;
        _issues = issues;
        _locations = locations;
        _cancellationToken = cancellationToken;
    }

    /// <summary>What generated code uses of the types.</summary>
    public MarkedUses Uses { get; } = new();

    /// <summary>The types read so far.</summary>
    public List<AnswerType> Types { get; } = [];

    /// <summary>Reads the type a method answers with.</summary>
    /// <returns>Its index in <see cref="Types"/>; -1 when it cannot be an answer, which has been reported.</returns>
    public int ParseRoot(ITypeSymbol type, IMethodSymbol method)
    {
        _root = method;
        return ParseWhole(type, new AnswerSite(method, type.GetShortName()));
    }

    /// <summary>Reads the type of an argument or of the result of a function the model may call; what is wrong with it is reported on the function.</summary>
    /// <returns>Its index in <see cref="Types"/>; -1 when it cannot go through JSON, which has been reported.</returns>
    public int ParseForTool(ITypeSymbol type, ISymbol tool, string name)
    {
        _tool = tool;
        _toolName = name;
        int index = ParseWhole(type, new AnswerSite(tool, type.GetShortName()));
        _tool = null;
        return index;
    }

    /// <summary>Whether a type could be an answer, without a report; a cheap look at its surface.</summary>
    public static bool IsPossible(ITypeSymbol type)
        => PrimitiveSchemas.Find(type) is not null
            || type.TypeKind == TypeKind.Enum
            || type.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptResult)
            || FindElement(type, out _) is not null
            || (FindRefusal(type) is null && type is INamedTypeSymbol named && (FindDictionary(named) is not null || IsObject(named)));

    private static bool IsObject(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } || JsonAttributes.FindDerivedTypes(type).Count > 0;

    private int Parse(ITypeSymbol type, AnswerSite site)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (_indexes.TryGetValue(type, out int known))
        {
            return known >= 0 ? known : RepeatRefusal(type, site);
        }

        Uses.Add(type);
        _lastRefusal = null;
        int index = ParseNew(type, site);
        if (index < 0 && _lastRefusal is { } refusal)
        {
            _refusals[type] = refusal with { IsOfMember = refusal.Site != site };
        }

        _indexes[type] = index;
        return index;
    }

    private int ParseNew(ITypeSymbol type, AnswerSite site)
    {
        if (PrimitiveSchemas.Find(type) is { } primitive)
        {
            return Add(new PrimitiveAnswer(type.GetPlainName(), GetName(type), type.IsValueType, primitive.Converter, primitive.Schema));
        }

        if (type.TypeKind == TypeKind.Error)
        {
            // The compiler tells that the type does not exist; saying it twice helps nobody.
            _issues.Fail(DiagnosticIds.UnsupportedReturnType, type.Name, site.Name, "the type does not exist");
            return -1;
        }

        if (FindRefusal(type) is { } refusal)
        {
            return Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, refusal.Properties, refusal.Cure);
        }

        if (_compilation.FindAlias(type) is { } alias)
        {
            return Refuse(
                DiagnosticIds.AnswerTypeNotConstructible,
                site,
                $"generated code reaches nothing that is behind the extern alias '{alias}' alone; add 'global' to the reference's aliases");
        }

        if (ObsoleteErrors.IsMarked(type))
        {
            return Refuse(DiagnosticIds.AnswerTypeNotConstructible, site, ObsoleteErrors.FindCure(type)!);
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            int underlying = Parse(((INamedTypeSymbol)type).TypeArguments[0], site);
            return underlying < 0 ? -1 : Add(new NullableAnswer(type.GetPlainName(), GetName(type), underlying));
        }

        if (FindElement(type, out ListKind kind) is { } element)
        {
            int item = Parse(element, site);
            return item < 0 ? -1 : Add(new ListAnswer(type.GetPlainName(), GetName(type), type.IsValueType, kind, item, IsNullable(element)));
        }

        if (type is INamedTypeSymbol named && FindDictionary(named) is { } dictionary)
        {
            return ParseDictionary(named, dictionary, site);
        }

        return type.TypeKind == TypeKind.Enum ? ParseEnum((INamedTypeSymbol)type, site) : ParseObject((INamedTypeSymbol)type, site);
    }

    private int ParseDictionary(INamedTypeSymbol type, DictionaryKind kind, AnswerSite site)
    {
        int key = Parse(type.TypeArguments[0], site);
        int value = key < 0 ? -1 : Parse(type.TypeArguments[1], site);
        return value < 0 ? -1 : Add(new DictionaryAnswer(type.GetPlainName(), GetName(type), kind, key, value, IsNullable(type.TypeArguments[1])));
    }

    private int ParseEnum(INamedTypeSymbol type, AnswerSite site)
    {
        // An array of flags says "none" by having no element.
        bool isFlags = JsonAttributes.IsFlags(type);
        List<EnumMember> members = [];
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } value } && !(isFlags && IsZero(value)) && !ObsoleteErrors.IsMarked(member))
            {
                WarnOfForeignName(member);
                Uses.Add(member);
                members.Add(new EnumMember(member.Name, JsonAttributes.GetEnumMemberName(member), GetDescription(member)));
            }
        }

        return FindEnumFault(type, members) is { } fault
            ? Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, fault)
            : Add(new EnumAnswer(type.GetPlainName(), GetName(type), GetDescription(type), isFlags, members.ToEquatableArray()));
    }

    /// <summary>What keeps an enum from being answered, with its cure; null when nothing does.</summary>
    private static string? FindEnumFault(INamedTypeSymbol type, List<EnumMember> members)
    {
        HashSet<string> names = [];
        foreach (EnumMember member in members)
        {
            // The serializer refuses such names when it meets the enum, which is at the first call.
            if (member.JsonName.Length == 0 || member.JsonName.Trim().Length != member.JsonName.Length)
            {
                return $"'{type.Name}.{member.Name}' is called '{member.JsonName}' in JSON, which cannot be read back; give it a [JsonStringEnumMemberName] that neither is empty nor begins or ends with white space";
            }

            if (!names.Add(member.JsonName))
            {
                return $"two members of the enum '{type.Name}' are called '{member.JsonName}' in JSON; give one of them another [JsonStringEnumMemberName]";
            }
        }

        return members.Count == 0 ? $"the enum '{type.Name}' has no members to choose from; add some" : null;
    }

    private string? GetDescription(ISymbol symbol) => JsonAttributes.GetDescription(symbol) ?? DocumentationText.Find(symbol, _cancellationToken);

    private static bool IsZero(object value) => value is ulong large ? large == 0 : System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) == 0;

    /// <summary>Other serializers take the name from <c>[EnumMember]</c>, which readers of the code will expect here too.</summary>
    private void WarnOfForeignName(ISymbol member)
    {
        if (_issues.IsListening && JsonAttributes.FindForeignEnumName(member) is var (attribute, name) && name != JsonAttributes.GetEnumMemberName(member))
        {
            _issues.Warn(
                DiagnosticIds.ConflictingAttributes,
                _locations.OfArgument(attribute, null),
                ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.EnumMemberName, name),
                "[EnumMember]",
                member.ContainingType.Name + "." + member.Name,
                $"an answer says '{JsonAttributes.GetEnumMemberName(member)}'; use [JsonStringEnumMemberName(\"{name}\")]");
        }
    }

    /// <summary>Whether JSON may have null. Types from code without nullable annotations are taken at their word: no <c>?</c>, no null.</summary>
    public static bool IsNullable(ITypeSymbol type)
        => type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private int Add(AnswerType type)
    {
        Types.Add(type);
        return Types.Count - 1;
    }

    private int Refuse(string id, AnswerSite site, string cure) => Refuse(id, site, ImmutableDictionary<string, string?>.Empty, cure);

    private int Refuse(string id, AnswerSite site, ImmutableDictionary<string, string?> properties, string cure)
    {
        _lastRefusal = new Refusal(id, site, properties, cure);
        if (_tool is not null)
        {
            _issues.Error(DiagnosticIds.ToolNotDescribable, _locations.OfName(_tool), _toolName, $"'{site.Name}' cannot go through JSON: {cure}");
            return -1;
        }

        bool isMember = site.Member is (IPropertySymbol or IFieldSymbol) and { Locations: [{ IsInSource: true }, ..] };
        _issues.Error(id, isMember ? _locations.OfName(site.Member) : _locations.OfType(_root ?? site.Member), properties, site.Name, cure);
        return -1;
    }

    /// <summary>
    /// What is wrong with a type itself is said wherever it is named. What is wrong with a member of it is reported there, once; everything further that answers with the type still
    /// cannot be served.
    /// </summary>
    private int RepeatRefusal(ITypeSymbol type, AnswerSite site)
    {
        if (_refusals.TryGetValue(type, out Refusal refusal) && !refusal.IsOfMember)
        {
            return Refuse(refusal.Id, site, refusal.Properties, refusal.Cure);
        }

        if (_issues.FirstError is null)
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, $"{(refusal.IsOfMember ? $"'{refusal.Site.Name}'" : "a member of it")} is not supported, as reported there; correct that member");
        }

        return -1;
    }

    /// <summary>Why a type cannot be part of an answer.</summary>
    private readonly record struct Refusal(string Id, AnswerSite Site, ImmutableDictionary<string, string?> Properties, string Cure)
    {
        /// <summary>Whether it is a member of the type that cannot be, and not the type itself.</summary>
        public bool IsOfMember { get; init; }
    }

    /// <summary>An identifier for the type that no other type of the contract has; the same one for the same type at run time.</summary>
    private string GetName(ITypeSymbol type)
    {
        string key = type.GetPlainName();
        return _names.TryGetValue(key, out string? name) ? name : GetName(key, Describe(type));
    }

    private string GetName(string key, string wanted)
    {
        if (!_names.TryGetValue(key, out string? name))
        {
            name = wanted;
            for (int i = 2; !_takenNames.Add(name); i++)
            {
                name = wanted + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            _names.Add(key, name);
        }

        return name;
    }

    private static string Describe(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return Describe(array.ElementType) + "Array";
        }

        string name = type.Name;
        if (type is INamedTypeSymbol { Arity: > 0 } generic)
        {
            foreach (ITypeSymbol argument in generic.TypeArguments)
            {
                name += Describe(argument);
            }
        }

        return name;
    }
}
