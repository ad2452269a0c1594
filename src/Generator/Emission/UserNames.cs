namespace GeminiGen.Generator.Emission;

/// <summary>
/// The names a contract's author has chosen for what becomes a member, a parameter or a local of generated code. Members of ours are called otherwise:
/// they would hide those, or be hidden by them.
/// </summary>
internal static class UserNames
{
    /// <summary>Reserves all names of a contract.</summary>
    public static void Reserve(PromptInterfaceModel model, UniqueNames names)
    {
        names.Reserve(model.ClassName);
        foreach (PromptMethodModel method in model.Methods)
        {
            names.Reserve(method.Name);
            names.Reserve(RenderNames.Get(method.Name));
            Reserve(method.Parameters, names);
            ReserveItems(method.SystemInstruction, names);
            ReserveItems(method.Prompt, names);
        }

        foreach (EmbeddingMethodModel method in model.Embeddings)
        {
            names.Reserve(method.Name);
            Reserve(method.Parameters, names);
        }

        foreach (UnservedMemberModel member in model.UnservedMembers)
        {
            if (member.Name is { } name)
            {
                names.Reserve(name);
            }
        }

        ReserveArguments(model.Tools, names);

        // Members of the nested classes are called after them.
        foreach (AnswerType type in model.AnswerTypes)
        {
            names.Reserve(type.Name);
        }
    }

    /// <summary>Reserves the names of what the model gives to functions.</summary>
    public static void ReserveArguments(EquatableArray<ToolModel> tools, UniqueNames names)
    {
        foreach (ToolModel tool in tools)
        {
            foreach (ToolParameterModel parameter in tool.Parameters)
            {
                names.Reserve(parameter.Name);
            }
        }
    }

    private static void Reserve(EquatableArray<PromptParameterModel> parameters, UniqueNames names)
    {
        foreach (PromptParameterModel parameter in parameters)
        {
            names.Reserve(parameter.Name);
        }
    }

    /// <summary>Reserves the names that loops of a template give to their items.</summary>
    private static void ReserveItems(EquatableArray<PromptNode> nodes, UniqueNames names)
    {
        foreach (PromptNode node in nodes)
        {
            switch (node)
            {
                case PromptNode.Loop loop:
                    names.Reserve(loop.Variable);
                    ReserveItems(loop.Body, names);
                    ReserveItems(loop.Separator, names);
                    ReserveItems(loop.Empty, names);
                    break;
                case PromptNode.Condition condition:
                    ReserveItems(condition.Then, names);
                    ReserveItems(condition.Else, names);
                    break;
            }
        }
    }
}
