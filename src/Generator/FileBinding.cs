namespace GeminiGen.Generator;

/// <summary>Brings contracts and prompt files together. A contract whose templates stand in code goes through as it is.</summary>
internal static class FileBinding
{
    /// <summary>Binds what is pending.</summary>
    public static PromptInterfaceModel Bind(PromptInterfaceModel model, PromptFiles files)
    {
        if (!HasPending(model))
        {
            return model;
        }

        List<PromptMethodModel> methods = new(model.Methods.Count);
        List<UnservedMemberModel> unserved = [.. model.UnservedMembers];
        foreach (PromptMethodModel method in model.Methods)
        {
            if (method.Pending is not { } pending)
            {
                methods.Add(method);
            }
            else if (Bind(model, method, pending, files, out string? fault) is { } bound)
            {
                methods.Add(bound);
            }
            else
            {
                unserved.Add(pending.Unserved with { Message = fault! });
            }
        }

        return model with { Methods = methods.ToEquatableArray(), UnservedMembers = unserved.ToEquatableArray() };
    }

    private static bool HasPending(PromptInterfaceModel model)
    {
        foreach (PromptMethodModel method in model.Methods)
        {
            if (method.Pending is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static PromptMethodModel? Bind(PromptInterfaceModel model, PromptMethodModel method, PendingPrompt pending, PromptFiles files, out string? fault)
    {
        ContractIssueReporter issues = new(sink: null);
        TemplateScope scope = CreateScope(pending);
        PendingPromptBinder binder = new(pending, files, scope, issues);
        EquatableArray<PromptNode> instruction = binder.BindInstruction(NoSite.Instance);
        BoundPrompt? prompt = binder.BindPrompt(NoSite.Instance, new AnswerShape(model.AnswerTypes, method.AnswerType, method.IsAnswerNullable, method.Call == PromptCallKind.ItemStream));
        EquatableArray<PromptParameterModel> parameters = CheckParameters(method, pending, scope, issues);
        fault = issues.FirstError;
        return fault is not null ? null : method with
        {
            Parameters = parameters,
            SystemInstruction = prompt!.SystemInstruction.Count > 0 ? prompt.SystemInstruction : instruction,
            Prompt = prompt.Prompt,
            OwnModel = method.OwnModel ?? prompt.FrontMatter.Model,
            Generation = method.Generation.Over(prompt.FrontMatter.Generation).Over(pending.Fallback),
            Defaults = prompt.FrontMatter.Defaults,
            WritesUntrusted = scope.WritesUntrusted,
            Pending = null,
        };
    }

    private static TemplateScope CreateScope(PendingPrompt pending)
    {
        string[] names = new string[pending.Parameters.Count];
        bool[] isOfCall = new bool[names.Length];
        bool[] isUntrusted = new bool[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = pending.Parameters[i].Name;
            isOfCall[i] = pending.Parameters[i].IsOfCall;
            isUntrusted[i] = pending.Parameters[i].IsUntrusted;
        }

        return new TemplateScope(pending.Method, names, isOfCall, isUntrusted);
    }

    /// <summary>What templates name of a parameter is known only now: whether it may be, and that it is handed to the method that writes the prompt.</summary>
    private static EquatableArray<PromptParameterModel> CheckParameters(PromptMethodModel method, PendingPrompt pending, TemplateScope scope, ContractIssueReporter issues)
    {
        PromptParameterModel[] parameters = [.. method.Parameters];
        for (int i = 0; i < parameters.Length; i++)
        {
            PendingParameter parameter = pending.Parameters[i];
            issues.Fail(scope.IsUsed[i] ? parameter.FaultIfUsed : null);
            issues.Fail(scope.IsWritten[i] ? parameter.FaultIfWritten : null);
            if (scope.IsUsed[i] && !parameter.IsOfCall)
            {
                parameters[i] = parameters[i] with { Use = PromptParameterUse.Written };
            }
        }

        return new EquatableArray<PromptParameterModel>(parameters);
    }
}
