namespace GeminiGen;

/// <summary>All that is emitted for one contract, and nothing else: equal models give equal output.</summary>
/// <param name="MetadataName">The contract's full metadata name, from which the file's name follows.</param>
/// <param name="Namespace">The namespace, escaped; empty for the global one.</param>
/// <param name="Containers">The headers of the partial types around the contract, outermost first.</param>
/// <param name="Accessibility">The accessibility keywords of contract and class.</param>
/// <param name="ContractName">The interface's full name as people write it, the key of <c>GeminiOptions.Models</c>.</param>
/// <param name="InterfaceTypeName">The interface as an expression of C#, from <c>global::</c>.</param>
/// <param name="ClassName">The name of the class, escaped where needed.</param>
/// <param name="Registration">The registration, or null where the contract is not visible at namespace level.</param>
/// <param name="Model">The model id the contract names, or null.</param>
/// <param name="Methods">The methods that send a prompt.</param>
/// <param name="UnservedMembers">The members that throw because no request can be written for them.</param>
/// <param name="AnswerTypes">The types read from answers.</param>
internal sealed record PromptInterfaceModel(
    string MetadataName,
    string Namespace,
    EquatableArray<string> Containers,
    string Accessibility,
    string ContractName,
    string InterfaceTypeName,
    string ClassName,
    RegistrationModel? Registration,
    string? Model,
    EquatableArray<PromptMethodModel> Methods,
    EquatableArray<UnservedMemberModel> UnservedMembers,
    EquatableArray<AnswerType> AnswerTypes)
{
    /// <summary>The functions its methods offer to the model.</summary>
    public EquatableArray<ToolModel> Tools { get; init; }

    /// <summary>Whether any method offers functions, or takes some at run time.</summary>
    public bool OffersTools
    {
        get
        {
            foreach (PromptMethodModel method in Methods)
            {
                if (method.Tools is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The methods that give vectors.</summary>
    public EquatableArray<EmbeddingMethodModel> Embeddings { get; init; }

    /// <summary>The ids of what the compiler says where marked declarations are used.</summary>
    public EquatableArray<string> MarkedIds { get; init; }
}
