using GeminiGen.Generator.Emission;

namespace GeminiGen.Generator.Fakes;

/// <content>What implements the contract.</content>
internal sealed partial class FakeEmitter
{
    private void WriteImplementation()
    {
        using (_writer.Block($"private sealed class {_implementation} : {_model.InterfaceTypeName}"))
        {
            _writer.Line($"private readonly {_fakeType} {_fakeField};");
            if (_model.Renderer is { } renderer)
            {
                _writer.Line($"private readonly {renderer.TypeName} {_contractField};");
            }

            _writer.Line();
            using (_writer.Block($"public {_implementation}({_fakeType} fake)"))
            {
                _writer.Line($"this.{_fakeField} = fake;");
                if (_model.Renderer is { } shown)
                {
                    string conversations = shown.TakesConversations ? $", {Plumbing}FakeCalls.GetConversations(fake)" : "";
                    string services = shown.TakesServices ? $", {Plumbing}FakeCalls.GetServices(fake)" : "";
                    _writer.Line($"this.{_contractField} = new {shown.TypeName}({Plumbing}FakeCalls.GetClient(fake){conversations}{services});");
                }
            }

            foreach (FakeMethodModel method in _model.Methods)
            {
                _writer.Line();
                WriteMethod(method);
            }

            foreach (UnservedMemberModel member in _model.UnservedMembers)
            {
                _writer.Line();
                WriteUnserved(member);
            }
        }
    }

    private void WriteMethod(FakeMethodModel method)
    {
        using (_writer.Block(Emitter.GetSignature(method.Name, method.ReturnTypeName, method.ExplicitInterface, method.Parameters)))
        {
            string values = "";
            foreach (PromptParameterModel parameter in ArgumentsOf(method))
            {
                WriteNullCheck(parameter);
                values += CSharpLiteral.Identifier(parameter.Name) + ", ";
            }

            string token = TokenOf(method) is { } own ? CSharpLiteral.Identifier(own.Name) : TokenType + ".None";
            string tuple = values.Length > 0 ? $"({values}{token})" : $"global::System.ValueTuple.Create({token})";
            string conversation = Find(method, PromptParameterUse.Conversation) is { } history ? CSharpLiteral.Identifier(history.Name) : "null";
            string key = Find(method, PromptParameterUse.ConversationKey) is { } name ? CSharpLiteral.Identifier(name.Name) : "null";
            string call = method.Shape switch
            {
                FakeShape.Result => "AnswerResultAsync",
                FakeShape.Stream => "Stream",
                _ => "AnswerAsync",
            };
            string description = $"{_methodsClass}.{CSharpLiteral.Identifier(method.FakeName)}";
            string expression = $"{Plumbing}FakeCalls.{call}(this.{_fakeField}, {description}, {tuple}, {GetPrompt(method)}, {conversation}, {key}, {token})";
            _writer.Line(method.IsValueTask ? $"return new {method.ReturnTypeName}({expression});" : $"return {expression};");
        }
    }

    /// <summary>What the declaration promises not to be null behind the call has to be looked at; all else the contract's class checks.</summary>
    private void WriteNullCheck(PromptParameterModel parameter)
    {
        if (parameter.IsNullChecked)
        {
            using (_writer.Block($"if ({CSharpLiteral.Identifier(parameter.Name)} is null)"))
            {
                _writer.Line($"throw new global::System.ArgumentNullException({CSharpLiteral.String(parameter.Name)});");
            }

            _writer.Line();
        }
    }

    /// <summary>Written at once: arguments are checked as the contract's class does, and what they hold may change later.</summary>
    private string GetPrompt(FakeMethodModel method)
    {
        if (!method.HasPrompt || _model.Renderer is null)
        {
            return "null";
        }

        string arguments = "";
        foreach (PromptParameterModel parameter in method.Parameters)
        {
            arguments += (arguments.Length > 0 ? ", " : "") + CSharpLiteral.Identifier(parameter.Name);
        }

        return $"{Plumbing}FakeCalls.RendersPrompts(this.{_fakeField}) ? this.{_contractField}.{RenderNames.Get(method.Name)}({arguments}) : null";
    }

    private void WriteUnserved(UnservedMemberModel member)
    {
        string fault = $"throw new global::System.NotSupportedException({CSharpLiteral.String(member.Message)});";
        using (_writer.Block(member.Declaration))
        {
            if (member.Accessors.Count == 0)
            {
                _writer.Line(fault);
            }

            foreach (string accessor in member.Accessors)
            {
                _writer.Line($"{accessor} => {fault}");
            }
        }
    }
}
