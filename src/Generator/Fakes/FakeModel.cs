namespace GeminiGen.Generator.Fakes;

/// <summary>All that is emitted for the fake of one contract.</summary>
/// <param name="MetadataName">The contract's full metadata name.</param>
/// <param name="ContractName">The contract's own name, by which people know it.</param>
/// <param name="InterfaceTypeName">The contract as an expression of C#, from <c>global::</c>.</param>
/// <param name="Methods">The methods that are faked.</param>
/// <param name="UnservedMembers">The members that throw.</param>
/// <param name="Renderer">The contract's own class, which shows prompts; null where there is none.</param>
internal sealed record FakeModel(
    string MetadataName,
    string ContractName,
    string InterfaceTypeName,
    EquatableArray<FakeMethodModel> Methods,
    EquatableArray<UnservedMemberModel> UnservedMembers,
    FakeRenderer? Renderer)
{
    /// <summary>Whether the contract is generated in this compilation, so that its class is not there yet to be looked at.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether another assembly, whose internals this one sees, has the fake already: two would be ambiguous.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The ids of what the compiler says where marked declarations are used.</summary>
    public EquatableArray<string> MarkedIds { get; init; }
}
