using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads what is to be written into a snapshot's type. What is wrong with it is told where a contract uses it, and at the type itself where none does.</summary>
internal static class SnapshotParser
{
    /// <summary>Reads a type marked <c>[SnapshotOf]</c>; null when nothing can be written into it.</summary>
    public static SnapshotModel? Parse(INamedTypeSymbol snapshot, AttributeData attribute, Compilation compilation, Action<ContractIssue>? sink, CancellationToken cancellationToken)
    {
        ContractIssueReporter issues = new(sink);
        ContractLocations locations = new(snapshot, attribute, issues.IsListening, cancellationToken);
        AnswerTypeParser answers = new(compilation, snapshot, issues, locations, cancellationToken);
        if (answers.ParseSnapshot(snapshot, attribute, method: null) is not { } mirror)
        {
            return null;
        }

        List<SnapshotType> inner = [];
        EquatableArray<SnapshotMember> members = default;
        for (int i = 0; i < answers.Types.Count; i++)
        {
            if (answers.Types[i] is ObjectAnswer type && mirror.TryGet(type.TypeName, out int index) && index == i)
            {
                EquatableArray<SnapshotMember> own = GetMembers(type, answers.Types);
                if (i == mirror.Root)
                {
                    members = own;
                }
                else
                {
                    inner.Add(new SnapshotType(SnapshotMirror.GetOwnName(type.TypeName), own));
                }
            }
        }

        AnswerType complete = answers.Types[mirror.Complete];
        return new SnapshotModel(
            snapshot.GetFullMetadataName(),
            snapshot.GetNamespaceName(),
            snapshot.GetContainerHeaders(),
            snapshot.GetPartialHeader(),
            complete.TypeName,
            mirror.CompleteName,
            members,
            inner.ToEquatableArray())
        {
            HidesOther = DerivesFromSnapshot(snapshot),
            MarkedIds = answers.Uses.Ids,
        };
    }

    private static bool DerivesFromSnapshot(INamedTypeSymbol snapshot)
    {
        for (INamedTypeSymbol? type = snapshot.BaseType; type is not null; type = type.BaseType)
        {
            if (AnswerTypeParser.FindSnapshotOf(type) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static EquatableArray<SnapshotMember> GetMembers(ObjectAnswer type, List<AnswerType> types)
    {
        List<SnapshotMember> members = new(type.Members.Count);
        foreach (AnswerMember member in type.Members)
        {
            AnswerType value = types[member.Type];
            members.Add(new SnapshotMember(member.Name, value.TypeName + (value is NullableAnswer ? "" : "?")));
        }

        return members.ToEquatableArray();
    }
}
