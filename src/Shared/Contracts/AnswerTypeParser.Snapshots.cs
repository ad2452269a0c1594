using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>
/// Snapshots: the user declares a partial type, and its members mirror those of the answer. They are told from the answer's type alone, because the
/// generator does not see what it writes itself.
/// </content>
internal sealed partial class AnswerTypeParser
{
    private readonly Dictionary<INamedTypeSymbol, SnapshotMirror> _snapshots = new(SymbolEqualityComparer.Default);

    /// <summary>The attribute that makes a type the snapshot of another, or null.</summary>
    public static AttributeData? FindSnapshotOf(ITypeSymbol type)
        => type.TypeKind == TypeKind.Class ? type.FindAttribute(WellKnownNames.Namespace, WellKnownNames.SnapshotOfAttribute) : null;

    /// <summary>Reads a snapshot and the type it is of.</summary>
    /// <returns>Null when it cannot be one, which has been reported.</returns>
    public SnapshotMirror? ParseSnapshot(INamedTypeSymbol snapshot, AttributeData attribute, IMethodSymbol? method)
    {
        _root = method;
        if (_snapshots.TryGetValue(snapshot, out SnapshotMirror? known))
        {
            return known;
        }

        AnswerSite site = new((ISymbol?)method ?? snapshot, snapshot.GetShortName());
        if (FindSnapshotFault(snapshot) is { } fault)
        {
            Refuse(DiagnosticIds.AnswerTypeNotConstructible, site, fault);
            return null;
        }

        if (attribute.ConstructorArguments.Length != 1 || attribute.ConstructorArguments[0].Value is not ITypeSymbol type)
        {
            if (attribute.ConstructorArguments is [{ IsNull: true }])
            {
                Refuse(DiagnosticIds.AnswerTypeNotConstructible, site, "[SnapshotOf] names no type; write typeof(…) of the answer");
                return null;
            }

            // The compiler tells what is wrong with the attribute.
            _issues.Fail(DiagnosticIds.AnswerTypeNotConstructible, snapshot.Name, "[SnapshotOf] names no type");
            return null;
        }

        int complete = ParseWhole(type, site with { Name = type.GetShortName() });
        if (complete < 0)
        {
            return null;
        }

        if (Types[complete] is not ObjectAnswer answer)
        {
            Refuse(DiagnosticIds.AnswerTypeNotConstructible, site, $"it is a snapshot of '{type.GetShortName()}', which is no object with members; name a record, class or struct");
            return null;
        }

        if (IsPublic(snapshot) && !IsPublic(type))
        {
            Refuse(DiagnosticIds.AnswerTypeNotConstructible, site with { Name = snapshot.Name }, $"it is public, and '{type.GetShortName()}', which its last snapshot gives, is not; make '{snapshot.Name}' internal, or '{type.GetShortName()}' public");
            return null;
        }

        HashSet<string> taken = SnapshotNames.Collect(snapshot);
        foreach (AnswerMember member in answer.Members)
        {
            if (taken.Contains(member.Name))
            {
                _issues.Error(
                    DiagnosticIds.GeneratedNameClash,
                    _locations.OfType(_root ?? site.Member),
                    member.Name,
                    snapshot.Name,
                    member.Name == snapshot.Name ? "is its own" : "is taken by a member that it has already",
                    "the members of the answer are generated into it, so rename one of the two");
                return null;
            }
        }

        SnapshotMirror mirror = new(snapshot.GetPlainName(), taken, complete, answer);
        mirror.Root = Mirror(answer, mirror);
        _snapshots.Add(snapshot, mirror);
        return mirror;
    }

    private static bool IsPublic(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public || (current is INamedTypeSymbol named && !named.TypeArguments.All(IsPublic)))
            {
                return false;
            }
        }

        return true;
    }

    private string? FindSnapshotFault(INamedTypeSymbol snapshot)
    {
        if (snapshot.Arity > 0 || snapshot.IsAbstract || snapshot.IsStatic || snapshot.IsFileLocal)
        {
            return "a snapshot is a plain class or record; remove what makes it generic, abstract, static or local to its file";
        }

        for (INamedTypeSymbol? type = snapshot; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0 || (type.Locations[0].IsInSource && !type.IsPartial()))
            {
                return $"its members are generated into it, and '{type.Name}' is not partial; make it a partial type without type parameters";
            }
        }

        if (!IsAccessible(snapshot))
        {
            return $"generated code cannot see '{snapshot.Name}'; make it internal or public";
        }

        foreach (IMethodSymbol constructor in snapshot.InstanceConstructors)
        {
            if (constructor.Parameters.IsEmpty && IsAccessible(constructor))
            {
                return null;
            }
        }

        return "a snapshot is created without arguments; remove its constructors and positional parameters";
    }

    /// <summary>The index of what shows an object as far as it has arrived.</summary>
    private int Mirror(ObjectAnswer answer, SnapshotMirror mirror)
    {
        string typeName = mirror.GetTypeName(answer);
        if (mirror.TryGet(typeName, out int known))
        {
            return known;
        }

        // The place is taken before the members are known: one of them may lead back here.
        ObjectAnswer shown = new(typeName, GetName(typeName, SnapshotMirror.GetOwnName(typeName)), IsValueType: false, null, default, default);
        int index = Add(shown);
        mirror.Add(typeName, index);
        List<AnswerMember> members = new(answer.Members.Count);
        foreach (AnswerMember member in answer.Members)
        {
            members.Add(new AnswerMember(
                member.Name, member.JsonName, typeName, MirrorAny(member.Type, mirror), IsNullable: true, IsRequired: false, AnswerWrite.InitAccessor, HasGetter: true, null, null));
        }

        Types[index] = shown with { Members = members.ToEquatableArray() };
        return index;
    }

    /// <summary>Objects and lists are shown in part, and so are texts; everything else only when it is complete.</summary>
    private int MirrorAny(int index, SnapshotMirror mirror)
    {
        switch (Types[index])
        {
            case ObjectAnswer answer:
                return Mirror(answer, mirror);
            case NullableAnswer { Underlying: var underlying } when Types[underlying] is ObjectAnswer answer:
                return Mirror(answer, mirror);
            case ListAnswer list:
                int element = MirrorElement(list.Element, mirror);
                string typeName = "global::System.Collections.Generic.IReadOnlyList<" + Types[element].TypeName + ">";
                return Add(new ListAnswer(typeName, GetName(typeName, "IReadOnlyList" + Types[element].Name), false, ListKind.EnumerableInterface, element, list.IsElementNullable));
            case { IsValueType: true } value and not NullableAnswer:
                return Add(new NullableAnswer(value.TypeName + "?", GetName(value.TypeName + "?", "Nullable" + value.Name), index));
            default:
                return index;
        }
    }

    /// <summary>An element that is a number or a word stands in the list once it is complete, and is never null by itself.</summary>
    private int MirrorElement(int index, SnapshotMirror mirror)
        => Types[index] is ObjectAnswer or ListAnswer or NullableAnswer ? MirrorAny(index, mirror) : index;
}
