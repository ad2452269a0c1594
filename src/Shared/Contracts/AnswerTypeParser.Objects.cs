using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Records, classes and structs.</content>
internal sealed partial class AnswerTypeParser
{
    private static readonly ImmutableDictionary<string, string?> MakeProperty =
        ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.MakeProperty, null);

    private static readonly ImmutableDictionary<string, string?> AddInit =
        ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.AddInit, null);

    private static readonly ImmutableDictionary<string, string?> RemoveConverter =
        ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.RemoveConverter, null);

    private int ParseObject(INamedTypeSymbol type, AnswerSite site)
    {
        List<AttributeData> derived = JsonAttributes.FindDerivedTypes(type);
        if (derived.Count == 0 && (type.TypeKind == TypeKind.Interface || type.IsAbstract))
        {
            string what = type.TypeKind == TypeKind.Interface ? "an interface" : "abstract";
            return Refuse(DiagnosticIds.AnswerTypeNotConstructible, site, $"'{type.GetShortName()}' is {what}; use a record, class or struct, or list its derived types with [JsonDerivedType]");
        }

        if (FindSnapshotOf(type) is not null)
        {
            return Refuse(
                DiagnosticIds.AnswerTypeNotConstructible,
                site,
                $"'{type.GetShortName()}' is a snapshot, which only a stream gives; return 'PromptStream<{type.GetShortName()}>', or the type it is a snapshot of");
        }

        if (!IsAccessible(type) || type.IsInFileLocal())
        {
            return Refuse(DiagnosticIds.AnswerTypeNotConstructible, site, $"generated code cannot see '{type.GetShortName()}'; make it internal or public");
        }

        if (IsOpen(type))
        {
            return Keep(type, derived.Count > 0);
        }

        if (_path.Count >= MaxDepth)
        {
            return Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, "it lies deeper in the answer than the API takes; flatten the type");
        }

        if (derived.Count > 0)
        {
            return ParsePolymorphic(type, derived, site);
        }

        if (TakesAndRefusesMore(type))
        {
            return Refuse(
                DiagnosticIds.AnswerTypeNotConstructible,
                site,
                $"[JsonUnmappedMemberHandling] of '{type.GetShortName()}' refuses what its [JsonExtensionData] takes, and the serializer will not have both; remove one of the two");
        }

        if (RefuseFields(type))
        {
            return -1;
        }

        IMethodSymbol? constructor = FindConstructor(type);
        if (constructor is null && !type.IsValueType)
        {
            return Refuse(
                DiagnosticIds.AnswerTypeNotConstructible,
                site,
                $"'{type.GetShortName()}' has no constructor to use; give it one that is public, or mark one of several with [JsonConstructor]");
        }

        if (constructor is not null)
        {
            Uses.Add(constructor);
        }

        WarnOfMarks(type);
        _path.Push(type);
        int index = Close(type, ParseMembers(type, constructor, site));
        _path.Pop();
        return index;
    }

    /// <summary>The object; null when it cannot be an answer, which has been reported.</summary>
    private ObjectAnswer? ParseMembers(INamedTypeSymbol type, IMethodSymbol? constructor, AnswerSite site)
    {
        List<AnswerMember> members = [];
        List<IPropertySymbol> properties = CollectProperties(type);
        Dictionary<string, int> memberOfParameter = new(StringComparer.Ordinal);
        HashSet<string> jsonNames = new(StringComparer.Ordinal);
        bool failed = false;
        foreach (IPropertySymbol property in properties)
        {
            AnswerSite propertySite = new(property, type.Name + "." + property.Name);
            if (property.IsRequired && (JsonAttributes.IsIgnored(property) || ObsoleteErrors.IsMarked(property)))
            {
                string mark = JsonAttributes.IsIgnored(property) ? "[JsonIgnore] keeps it from being read" : "[Obsolete] makes naming it an error";
                Refuse(DiagnosticIds.AnswerTypeNotConstructible, propertySite, $"it is required, yet {mark}; remove one of the two");
                failed = true;
                continue;
            }

            IParameterSymbol? parameter = FindParameter(constructor, property);
            if (FindWrite(property, parameter, constructor) is not { } write)
            {
                failed |= IsReadOnlyByMistake(property)
                    && Refuse(DiagnosticIds.AnswerTypeNotConstructible, propertySite, AddInit, "nothing sets it; add an 'init' accessor or mark it [JsonIgnore]") < 0;
                continue;
            }

            if (ParseMember(property, parameter, write, propertySite) is not { } member)
            {
                failed = true;
                continue;
            }

            if (!jsonNames.Add(member.JsonName))
            {
                Refuse(DiagnosticIds.AnswerTypeRefusedByApi, propertySite, $"another member is called '{member.JsonName}' in JSON; give one of them a [JsonPropertyName]");
                failed = true;
            }

            if (parameter is not null)
            {
                memberOfParameter[parameter.Name] = members.Count;
            }

            members.Add(member);
        }

        EquatableArray<AnswerArgument>? arguments = ParseArguments(type, constructor, memberOfParameter, site, failed);
        if (failed || arguments is null)
        {
            return null;
        }

        if (members.Count == 0)
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, $"'{type.GetShortName()}' has no members, and the API refuses an empty object; add public properties");
            return null;
        }

        return new ObjectAnswer(
            type.GetPlainName(),
            GetName(type),
            type.IsValueType,
            GetDescription(type),
            members.ToEquatableArray(),
            arguments.Value);
    }

    private AnswerMember? ParseMember(IPropertySymbol property, IParameterSymbol? parameter, AnswerWrite write, AnswerSite site)
    {
        if (JsonAttributes.HasForeignConverter(property))
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, RemoveConverter, "what its [JsonConverter] reads is not known to the schema; remove it");
            return null;
        }

        int index = Parse(property.Type, site);
        if (index < 0)
        {
            return null;
        }

        Uses.Add(property);
        AnswerRules? rules = ParseRules(property, parameter, site);
        if (rules is not null && AnswerBounds.FindContradiction(rules, StripNullable(property.Type)) is { } contradiction)
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, contradiction);
            return null;
        }

        bool isNullable = AcceptsNull(property, parameter) && rules is not { IsRequired: true };
        bool isOptional = isNullable || parameter is { HasExplicitDefaultValue: true };
        return new AnswerMember(
            property.Name,
            JsonAttributes.GetMemberName(property),
            property.ContainingType.GetPlainName(),
            index,
            isNullable,
            IsRequired: !isOptional || property.IsRequired || JsonAttributes.IsRequired(property) || rules is { IsRequired: true },
            write,
            HasGetter: property.GetMethod is { } getter && IsAccessible(getter),
            JsonAttributes.GetDescription(property) ?? (parameter is null ? null : JsonAttributes.GetDescription(parameter)) ?? DocumentationText.Find(property, _cancellationToken),
            rules);
    }

    /// <summary>Whether a member may be given null: what attributes say of what is put in goes before the type.</summary>
    private static bool AcceptsNull(IPropertySymbol property, IParameterSymbol? parameter)
    {
        ISymbol input = (ISymbol?)parameter ?? property;
        return IsNullable(property.Type)
            ? !property.Type.IsReferenceType || !PromptValues.DisallowsNull(input)
            : property.Type.IsReferenceType && PromptValues.AllowsNull(input);
    }

    private EquatableArray<AnswerArgument>? ParseArguments(
        INamedTypeSymbol type,
        IMethodSymbol? constructor,
        Dictionary<string, int> memberOfParameter,
        AnswerSite site,
        bool failed)
    {
        if (constructor is null || failed)
        {
            return default(EquatableArray<AnswerArgument>);
        }

        List<AnswerArgument> arguments = new(constructor.Parameters.Length);
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            bool isBound = memberOfParameter.TryGetValue(parameter.Name, out int member);
            string? defaultValue = CSharpLiteral.DefaultValue(parameter);
            if (parameter.RefKind is not (RefKind.None or RefKind.In) || (!isBound && defaultValue is null))
            {
                Refuse(
                    DiagnosticIds.AnswerTypeNotConstructible,
                    site,
                    $"no public property of '{type.GetShortName()}' has the name and the type of its constructor's parameter '{parameter.Name}'; add one, or give the parameter a default value");
                return null;
            }

            arguments.Add(new AnswerArgument(parameter.Name, isBound ? member : -1, defaultValue));
        }

        return arguments.ToEquatableArray();
    }

    /// <summary>The properties that take part, those of base types first, in the order they ask for.</summary>
    private static List<IPropertySymbol> CollectProperties(INamedTypeSymbol type)
    {
        List<IPropertySymbol> properties = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType)
        {
            int insertAt = 0;
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property
                    && (property.DeclaredAccessibility == Accessibility.Public || JsonAttributes.IsIncluded(property))
                    && seen.Add(property.Name)
                    && (property.IsRequired || !(JsonAttributes.IsIgnored(property) || ObsoleteErrors.IsMarked(property))))
                {
                    properties.Insert(insertAt++, property);
                }
            }
        }

        SortByOrder(properties);
        return properties;
    }

    /// <summary>Refuses fields that look like members: JSON fills properties only.</summary>
    private bool RefuseFields(INamedTypeSymbol type)
    {
        bool found = false;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field && IsMeantAsMember(field))
                {
                    found = true;
                    Refuse(
                        DiagnosticIds.AnswerTypeNotConstructible,
                        new AnswerSite(field, type.Name + "." + field.Name),
                        MakeProperty,
                        "JSON fills properties only, and it is a field; make it a property" + (field.IsRequired ? "" : ", or mark it [JsonIgnore]"));
                }
            }
        }

        return found;
    }

    private static bool IsMeantAsMember(IFieldSymbol field)
        => field.IsRequired || (field.DeclaredAccessibility == Accessibility.Public && !JsonAttributes.IsIgnored(field)) || JsonAttributes.IsIncluded(field);

    /// <summary>A stable insertion sort: nearly every list is in order already.</summary>
    private static void SortByOrder(List<IPropertySymbol> properties)
    {
        for (int i = 1; i < properties.Count; i++)
        {
            IPropertySymbol property = properties[i];
            int order = JsonAttributes.GetOrder(property);
            int position = i;
            while (position > 0 && JsonAttributes.GetOrder(properties[position - 1]) > order)
            {
                properties[position] = properties[position - 1];
                position--;
            }

            properties[position] = property;
        }
    }

    private bool IsAccessible(ISymbol symbol)
        => !ObsoleteErrors.IsMarked(symbol) && _compilation.IsSymbolAccessibleWithin(symbol, (ISymbol?)_contract.ContainingType ?? _contract.ContainingAssembly);
}
