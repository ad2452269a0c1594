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

    /// <summary>Whether nothing is known of its items and members, because the parameters lead to too many types.</summary>
    public virtual bool IsCut(int type) => false;

    /// <summary>What to say where a type is cut.</summary>
    public string DescribeCut(int type)
        => $"the parameters lead to more types than prompt files can reach, and nothing is known of '{this[type].Name}' any more; take a '{this[type].Name}', or what is needed of it, as a parameter of its own";

    /// <summary>The names of all members.</summary>
    public abstract IReadOnlyList<string> GetMemberNames(int type);
}
