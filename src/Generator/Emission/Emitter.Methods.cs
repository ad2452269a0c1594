using System.Text;

namespace GeminiGen.Generator.Emission;

/// <content>The methods that send.</content>
internal sealed partial class Emitter
{
    /// <summary>The name of each method's description in the class of descriptions; overloads get numbers.</summary>
    private readonly List<string> _descriptionNames = [];

    private void WriteMethods()
    {
        UniqueNames descriptions = CreateNestedNames();
        for (int i = 0; i < _model.Methods.Count; i++)
        {
            PromptMethodModel method = _model.Methods[i];
            string description = descriptions.Get(method.Name);
            string write = _members.Get("Write" + description);
            _descriptionNames.Add(description);
            _writer.Line();
            WriteMethod(method, description, write);
            _writer.Line();
            WritePromptWriter(method, write);
            WriteRender(method, description, write);
        }
    }

    private void WriteMethod(PromptMethodModel method, string description, string write)
    {
        UniqueNames locals = ReserveParameters(method.Parameters);
        string request = locals.Get("request");
        string writer = locals.Get("writer");
        if (method.ExplicitInterface is null)
        {
            _writer.Line("/// <inheritdoc/>");
        }

        using (_writer.Block(GetSignature(method.Name, method.ReturnTypeName, method.ExplicitInterface, method.Parameters)))
        {
            WriteGuards(method.Parameters, locals);
            WriteRequest(method, request, $"(this.{_clientField}, {_methodsClass}.{CSharpLiteral.Identifier(description)})");
            _writer.Line($"var {writer} = new {Plumbing}JsonPromptWriter({request});");
            _writer.Line($"{write}(ref {writer}{GetWriterArguments(method)});");
            _writer.Line(GetReturn(method, request));
        }
    }

    /// <summary>A call with a history or functions has a request of another type, so that all others carry nothing for it.</summary>
    private void WriteRequest(PromptMethodModel method, string request, string arguments)
    {
        PromptParameterModel? conversation = FindParameter(method.Parameters, PromptParameterUse.Conversation);
        PromptParameterModel? options = FindParameter(method.Parameters, PromptParameterUse.Options);
        PromptParameterModel? key = FindParameter(method.Parameters, PromptParameterUse.ConversationKey);
        bool isDialog = conversation is not null || key is not null || method.Tools is not null;
        string creation = $"var {request} = new {Plumbing}{(isDialog ? "DialogRequest" : "PromptRequest")}{arguments}";
        if (!isDialog && options is null)
        {
            _writer.Line(creation + ";");
            return;
        }

        using (_writer.Block(creation, end: ";"))
        {
            WriteMember("Options", options);
            WriteMember("Conversation", conversation);
            if (key is not null)
            {
                _writer.Line($"Conversations = this.{_conversationsField},");
                WriteMember("ConversationKey", key);
            }

            if (method.Tools is null)
            {
                return;
            }

            _writer.Line($"Services = this.{_servicesField},");
            WriteMember("Approval", FindParameter(method.Parameters, PromptParameterUse.ToolApproval));
            if (GetToolInstances(method) is { Length: > 0 } instances)
            {
                _writer.Line($"Targets = new object?[] {{ {instances} }},");
            }
        }
    }

    private void WriteMember(string member, PromptParameterModel? parameter)
    {
        if (parameter is not null)
        {
            _writer.Line($"{member} = {CSharpLiteral.Identifier(parameter.Name)},");
        }
    }

    private static string GetToolInstances(PromptMethodModel method)
    {
        StringBuilder text = new();
        foreach (PromptParameterModel parameter in method.Parameters)
        {
            if (parameter.Use == PromptParameterUse.ToolInstance)
            {
                text.Append(text.Length > 0 ? ", " : "").Append(CSharpLiteral.Identifier(parameter.Name));
            }
        }

        return text.ToString();
    }

    private static PromptParameterModel? FindParameter(EquatableArray<PromptParameterModel> parameters, PromptParameterUse use)
    {
        foreach (PromptParameterModel parameter in parameters)
        {
            if (parameter.Use == use)
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>The declaration of a method.</summary>
    internal static string GetSignature(string name, string returnType, string? explicitInterface, EquatableArray<PromptParameterModel> parameters)
    {
        StringBuilder text = new();
        bool isPublic = explicitInterface is null;
        text.Append(isPublic ? "public " : "").Append(returnType).Append(' ');
        text.Append(isPublic ? "" : explicitInterface + ".").Append(CSharpLiteral.Identifier(name)).Append('(');
        for (int i = 0; i < parameters.Count; i++)
        {
            PromptParameterModel parameter = parameters[i];
            text.Append(i > 0 ? ", " : "").Append(parameter.NullPromises).Append(isPublic ? parameter.DefaultAttributes : null).Append(parameter.IsParams ? "params " : "");
            text.Append(parameter.TypeName).Append(' ').Append(CSharpLiteral.Identifier(parameter.Name));
            if (isPublic && parameter is { DefaultAttributes: null, DefaultValue: { } value })
            {
                text.Append(" = ").Append(value);
            }
        }

        return text.Append(')').ToString();
    }

    private void WriteNullChecks(EquatableArray<PromptParameterModel> parameters)
    {
        foreach (PromptParameterModel parameter in parameters)
        {
            if (!parameter.IsNullChecked)
            {
                continue;
            }

            using (_writer.Block($"if ({CSharpLiteral.Identifier(parameter.Name)} is null)"))
            {
                // Not nameof, which a parameter may be called.
                _writer.Line($"throw new global::System.ArgumentNullException({CSharpLiteral.String(parameter.Name)});");
            }

            _writer.Line();
        }
    }

    private static string GetWriterArguments(PromptMethodModel method)
    {
        StringBuilder text = new();
        foreach (PromptParameterModel parameter in method.Parameters)
        {
            if (IsWritten(parameter))
            {
                text.Append(", ").Append(CSharpLiteral.Identifier(parameter.Name));
            }
        }

        return text.ToString();
    }

    private static bool IsWritten(PromptParameterModel parameter)
        => parameter.Use == PromptParameterUse.Written;

    private string GetReturn(PromptMethodModel method, string request)
    {
        string arguments = request;
        if (method.Snapshot is { } snapshot)
        {
            AnswerType type = _model.AnswerTypes[snapshot.Type];
            arguments += $", {_answersClass}.{CSharpLiteral.Identifier(type.Name)}, {_answersClass}.{CSharpLiteral.Identifier(_model.AnswerTypes[method.AnswerType].Name)}, {_answersClass}.{AnswerNames.Complete(type)}";
        }
        else if (method.AnswerType >= 0)
        {
            arguments += $", {_answersClass}.{CSharpLiteral.Identifier(_model.AnswerTypes[method.AnswerType].Name)}";
        }

        string call = method.Call switch
        {
            PromptCallKind.Text => "GenerateTextAsync",
            PromptCallKind.TextResult => "GenerateTextResultAsync",
            PromptCallKind.Value => "GenerateAsync",
            PromptCallKind.ValueResult => "GenerateResultAsync",
            PromptCallKind.ItemStream => "StreamItems",
            PromptCallKind.SnapshotStream => "StreamSnapshots",
            _ => "StreamText",
        };

        // What an answer never is, null, may still be what the contract allows.
        string forgive = method.ReturnTypeName.IndexOf('?') >= 0 ? "!" : "";
        string expression = $"{Plumbing}PromptCalls.{call}({arguments}, {GetToken(method.Parameters)}){forgive}";
        return method.IsValueTask ? $"return new {method.ReturnTypeName}({expression});" : $"return {expression};";
    }

    private static string GetToken(EquatableArray<PromptParameterModel> parameters)
    {
        return FindParameter(parameters, PromptParameterUse.CancellationToken) is { } token
            ? CSharpLiteral.Identifier(token.Name) + (token.IsNullable ? ".GetValueOrDefault()" : "")
            : "global::System.Threading.CancellationToken.None";
    }

    private void WriteUnservedMembers()
    {
        foreach (UnservedMemberModel member in _model.UnservedMembers)
        {
            string fault = $"throw new global::System.NotSupportedException({CSharpLiteral.String(member.Message)})";
            _writer.Line();
            if (member.IsPublic)
            {
                _writer.Line("/// <inheritdoc/>");
            }

            if (member.Accessors.Count == 0)
            {
                using (_writer.Block(member.Declaration))
                {
                    _writer.Line(fault + ";");
                }

                continue;
            }

            using (_writer.Block(member.Declaration))
            {
                foreach (string accessor in member.Accessors)
                {
                    _writer.Line($"{accessor} => {fault};");
                }
            }
        }
    }
}
