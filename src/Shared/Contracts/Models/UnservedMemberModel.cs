namespace GeminiGen;

/// <summary>A member of a contract that no request can be written for. It is emitted and throws, so that its diagnostic stands alone.</summary>
/// <param name="Declaration">The declaration up to its body.</param>
/// <param name="Accessors">The accessors of a property or event; empty for a method.</param>
/// <param name="IsPublic">Whether it is a public member of the class, and not an explicit implementation.</param>
/// <param name="Message">The rule's id with cause and cure.</param>
internal sealed record UnservedMemberModel(string Declaration, EquatableArray<string> Accessors, bool IsPublic, string Message)
{
    /// <summary>Its name where it is a public member of the class, which none of ours may have then; else null.</summary>
    public string? Name { get; init; }
}
