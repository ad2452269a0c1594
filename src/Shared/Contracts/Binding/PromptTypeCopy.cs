namespace GeminiGen;

/// <summary>Types without symbols.</summary>
/// <param name="types">The types.</param>
internal sealed class PromptTypeCopy(EquatableArray<PromptTypeModel> types) : PromptTypes
{
    /// <inheritdoc/>
    public override PromptType this[int type] => types[type].Type;

    /// <inheritdoc/>
    public override int GetElement(int type) => types[type].Element;

    /// <inheritdoc/>
    public override bool IsCut(int type) => types[type].IsCut;

    /// <inheritdoc/>
    public override int FindMember(int type, string name)
    {
        foreach (PromptMemberModel member in types[type].Members)
        {
            if (member.Name == name)
            {
                return member.Type;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override string? FindNameInCode(int type, string jsonName)
    {
        foreach (PromptMemberModel member in types[type].Members)
        {
            if (member.JsonName == jsonName)
            {
                return member.Name;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> GetMemberNames(int type)
    {
        List<string> names = [];
        foreach (PromptMemberModel member in types[type].Members)
        {
            names.Add(member.Name);
        }

        return names;
    }
}
