namespace GeminiGen.Generator.Fakes;

/// <summary>What a fake has to know of the class that is generated for its contract in the same compilation.</summary>
/// <param name="MetadataName">The contract's full metadata name.</param>
/// <param name="TakesConversations">Whether the constructor takes the conversations of keys.</param>
/// <param name="TakesServices">Whether the constructor takes services.</param>
/// <param name="Rendered">The signatures of the methods that show prompts.</param>
internal sealed record ServedContract(string MetadataName, bool TakesConversations, bool TakesServices, EquatableArray<string> Rendered)
{
    /// <summary>What a fake has to know of a contract.</summary>
    public static ServedContract Of(PromptInterfaceModel contract)
    {
        bool takesConversations = false;
        List<string> rendered = [];
        foreach (PromptMethodModel method in contract.Methods)
        {
            if (method.ExplicitInterface is null)
            {
                rendered.Add(FakeMethodModel.SignatureOf(method.Name, method.Parameters));
            }

            foreach (PromptParameterModel parameter in method.Parameters)
            {
                takesConversations |= parameter.Use == PromptParameterUse.ConversationKey;
            }
        }

        return new ServedContract(contract.MetadataName, takesConversations, contract.OffersTools, rendered.ToEquatableArray());
    }

    /// <summary>Completes a fake by what is generated for its contract.</summary>
    public FakeModel Complete(FakeModel fake)
    {
        List<FakeMethodModel> methods = [];
        foreach (FakeMethodModel method in fake.Methods)
        {
            methods.Add(method with { HasPrompt = method.HasPrompt && Renders(method) });
        }

        return fake with
        {
            Methods = methods.ToEquatableArray(),
            Renderer = fake.Renderer! with { TakesConversations = TakesConversations, TakesServices = TakesServices },
        };
    }

    private bool Renders(FakeMethodModel method)
    {
        string signature = FakeMethodModel.SignatureOf(method.Name, method.Parameters);
        foreach (string rendered in Rendered)
        {
            if (rendered == signature)
            {
                return true;
            }
        }

        return false;
    }
}
