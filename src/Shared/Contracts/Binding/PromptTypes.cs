namespace GeminiGen;

/// <summary>
/// The types templates can reach, by number: read from symbols where there are any, and from a copy of them where a prompt file meets a
/// contract later. Templates are bound to this, so that a file and an attribute mean the same.
/// </summary>
internal abstract class PromptTypes
{
    /// <summary>What is known of a type.</summary>
    public abstract PromptType this[int type] { get; }

    /// <summary>The type of a list's items; -1 when the type is no list.</summary>
    public abstract int GetElement(int type);

    /// <summary>The type of a member; -1 when there is none of that name.</summary>
    public abstract int FindMember(int type, string name);

    /// <summary>The name in code of the member that JSON calls so; null when there is none.</summary>
    public abstract string? FindNameInCode(int type, string jsonName);

    /// <summary>The names of all members.</summary>
    public abstract IReadOnlyList<string> GetMemberNames(int type);
}
