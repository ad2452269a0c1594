using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>
/// Types that contain themselves, by a member or through others. The API unrolls them to a depth of its own and stops by leaving a member out, so
/// each member that leads back must be one that may be missing.
/// </content>
internal sealed partial class AnswerTypeParser
{
    private static readonly ImmutableDictionary<string, string?> MakeNullable =
        ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.MakeNullable, null);

    /// <summary>The types that met themselves while they are still being read, with the place kept for them.</summary>
    private readonly Dictionary<ITypeSymbol, int> _kept = new(SymbolEqualityComparer.IncludeNullability);

    private bool _hasCycles;

    /// <summary>Whether a type is still being read, and is met inside of itself.</summary>
    private bool IsOpen(ITypeSymbol type)
    {
        foreach (ITypeSymbol outer in _path)
        {
            if (SymbolEqualityComparer.IncludeNullability.Equals(outer, type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place of a type that is still being read: something without members stands there until they are known.</summary>
    private int Keep(INamedTypeSymbol type, bool isPolymorphic)
    {
        if (!_kept.TryGetValue(type, out int index))
        {
            string typeName = type.GetPlainName();
            string name = GetName(type);
            index = Add(isPolymorphic
                ? new PolymorphicAnswer(typeName, name, null, "", default)
                : new ObjectAnswer(typeName, name, type.IsValueType, null, default, default));
            _kept.Add(type, index);
            _hasCycles = true;
        }

        return index;
    }

    /// <summary>Puts a type that has been read in its place.</summary>
    /// <param name="type">The type.</param>
    /// <param name="answer">What was read; null when it cannot be an answer.</param>
    private int Close(INamedTypeSymbol type, AnswerType? answer)
    {
        if (!_kept.TryGetValue(type, out int index))
        {
            return answer is null ? -1 : Add(answer);
        }

        _kept.Remove(type);
        if (answer is null)
        {
            Forget(index);
            return -1;
        }

        Types[index] = answer;
        return index;
    }

    /// <summary>Forgets the types from an index on: some of them are made of one that cannot be an answer.</summary>
    private void Forget(int first)
    {
        Types.RemoveRange(first, Types.Count - first);
        List<ITypeSymbol> forgotten = [];
        foreach (KeyValuePair<ITypeSymbol, int> known in _indexes)
        {
            if (known.Value >= first)
            {
                forgotten.Add(known.Key);
            }
        }

        foreach (ITypeSymbol type in forgotten)
        {
            _indexes.Remove(type);
        }
    }

    /// <summary>Reads the type of an answer, of an argument or of a result as a whole.</summary>
    private int ParseWhole(ITypeSymbol type, AnswerSite site)
    {
        int first = Types.Count;
        _hasCycles = false;
        int index = Parse(type, site);
        return index < 0 || (_hasCycles && !SettleCycles(first)) ? -1 : RefuseLarge(index, site);
    }

    /// <summary>Marks the types that contain themselves, and lets the members through which they do be missing.</summary>
    /// <returns>False when one of those has to be there, which has been reported.</returns>
    private bool SettleCycles(int first)
    {
        List<int> refused = [];
        for (int i = first; i < Types.Count; i++)
        {
            if (Types[i] is not (ObjectAnswer or PolymorphicAnswer) || !IsMadeOf(i, i))
            {
                continue;
            }

            if (Types[i] is ObjectAnswer answer)
            {
                if (SettleMembers(answer, i) is not { } members)
                {
                    refused.Add(i);
                    continue;
                }

                Types[i] = answer with { Members = members };
            }

            Types[i] = Types[i] with { IsRecursive = true };
        }

        if (refused.Count == 0)
        {
            return true;
        }

        List<ITypeSymbol> types = refused.ConvertAll(FindSymbol);
        Forget(first);
        foreach (ITypeSymbol type in types)
        {
            _indexes[type] = -1;
        }

        return false;
    }

    private EquatableArray<AnswerMember>? SettleMembers(ObjectAnswer answer, int index)
    {
        List<AnswerMember> members = new(answer.Members.Count);
        bool isRefused = false;
        foreach (AnswerMember member in answer.Members)
        {
            bool leadsBack = member.Type == index || IsMadeOf(member.Type, index);
            AnswerMember? settled = leadsBack && member.IsRequired ? LetBeMissing(member, index) : member;
            isRefused |= settled is null;
            members.Add(settled ?? member);
        }

        return isRefused ? null : members.ToEquatableArray();
    }

    /// <summary>A member that may be missing: null is what it is then, or a list or a dictionary without elements.</summary>
    private AnswerMember? LetBeMissing(AnswerMember member, int owner)
    {
        IPropertySymbol property = FindProperty((INamedTypeSymbol)FindSymbol(owner), member.Name);
        AnswerSite site = new(property, property.ContainingType.Name + "." + property.Name);
        if (JsonAttributes.IsRequired(property) || member.Rules is { IsRequired: true })
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, "a type that contains itself must come to an end, so the API wants this member to be one that may be missing; remove what requires it");
            return null;
        }

        if (member.IsNullable)
        {
            return member with { IsRequired = false };
        }

        if (Types[member.Type] is ListAnswer or DictionaryAnswer)
        {
            AnswerWrite write = member.Write == AnswerWrite.Setter ? AnswerWrite.Initializer : member.Write;
            return member with { IsRequired = false, IsEmptyWhenMissing = true, Write = write };
        }

        Refuse(
            DiagnosticIds.AnswerTypeRefusedByApi,
            site,
            MakeNullable,
            $"a type that contains itself must come to an end, and this member leads back to '{property.ContainingType.Name}'; make it nullable, or a list");
        return null;
    }

    /// <summary>Whether a type is made of another, in whatever depth.</summary>
    private bool IsMadeOf(int index, int part)
    {
        HashSet<int> seen = [];
        Stack<int> open = new();
        open.Push(index);
        while (open.Count > 0)
        {
            foreach (int next in GetParts(Types[open.Pop()]))
            {
                if (next == part)
                {
                    return true;
                }

                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private static List<int> GetParts(AnswerType type)
    {
        List<int> parts = [];
        switch (type)
        {
            case NullableAnswer nullable:
                parts.Add(nullable.Underlying);
                break;
            case ListAnswer list:
                parts.Add(list.Element);
                break;
            case DictionaryAnswer dictionary:
                parts.Add(dictionary.Value);
                break;
            case PolymorphicAnswer polymorphic:
                foreach (PolymorphicCase value in polymorphic.Cases)
                {
                    parts.Add(value.Type);
                }

                break;
            case ObjectAnswer answer:
                foreach (AnswerMember member in answer.Members)
                {
                    parts.Add(member.Type);
                }

                break;
        }

        return parts;
    }

    private ITypeSymbol FindSymbol(int index)
    {
        foreach (KeyValuePair<ITypeSymbol, int> known in _indexes)
        {
            if (known.Value == index)
            {
                return known.Key;
            }
        }

        throw new InvalidOperationException();
    }

    /// <summary>The first member through which a type comes to contain itself, by its symbols alone; null when none does.</summary>
    public static IPropertySymbol? FindRecursion(ITypeSymbol type) => FindRecursion(type, [], new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static IPropertySymbol? FindRecursion(ITypeSymbol type, List<ITypeSymbol> path, HashSet<ITypeSymbol> seen)
    {
        type = GetInnermost(type);
        bool isObject = PrimitiveSchemas.Find(type) is null && FindRefusal(type) is null && type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface;
        if (!isObject || path.Count >= MaxDepth || !seen.Add(type))
        {
            return null;
        }

        path.Add(type);
        IPropertySymbol? found = FindRecursion((INamedTypeSymbol)type, path, seen);
        path.RemoveAt(path.Count - 1);
        return found;
    }

    private static IPropertySymbol? FindRecursion(INamedTypeSymbol type, List<ITypeSymbol> path, HashSet<ITypeSymbol> seen)
    {
        foreach (AttributeData attribute in JsonAttributes.FindDerivedTypes(type))
        {
            if (attribute.ConstructorArguments is [{ Value: ITypeSymbol derived }, ..] && FindRecursion(derived, path, seen) is { } found)
            {
                return found;
            }
        }

        foreach (IPropertySymbol property in CollectProperties(type))
        {
            if (!IsSettable(property))
            {
                continue;
            }

            ITypeSymbol inner = GetInnermost(property.Type);
            if (path.Exists(outer => SymbolEqualityComparer.Default.Equals(outer, inner)))
            {
                return property;
            }

            if (FindRecursion(inner, path, seen) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What lists, dictionaries and nullable values are of.</summary>
    private static ITypeSymbol GetInnermost(ITypeSymbol type)
    {
        ITypeSymbol? inner = type;
        while (inner is not null)
        {
            type = StripNullable(inner);
            inner = FindElement(type, out _) ?? (type is INamedTypeSymbol named && FindDictionary(named) is not null ? named.TypeArguments[1] : null);
        }

        return type;
    }

    private static bool IsSettable(IPropertySymbol property)
    {
        if (property.SetMethod is not null)
        {
            return true;
        }

        foreach (IMethodSymbol constructor in property.ContainingType.InstanceConstructors)
        {
            if (FindParameter(constructor, property) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static IPropertySymbol FindProperty(INamedTypeSymbol type, string name)
        => CollectProperties(type).Find(property => property.Name == name)!;
}
