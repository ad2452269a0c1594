using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <content>The methods that write prompts: constant text as escaped UTF-8, and arguments between it.</content>
internal sealed partial class Emitter
{
    /// <summary>The method that names each enum written into a prompt, by the enum.</summary>
    private readonly Dictionary<string, string> _enumNameMethods = new(StringComparer.Ordinal);
    private readonly List<PromptEnumModel> _enums = [];

    private void WritePromptWriter(PromptMethodModel method, string name)
    {
        UniqueNames locals = new();
        string parameters = "";
        foreach (PromptParameterModel parameter in method.Parameters)
        {
            locals.Reserve(parameter.Name);
            parameters += IsWritten(parameter) ? $", {parameter.TypeName} {CSharpLiteral.Identifier(parameter.Name)}" : "";
        }

        string writer = locals.Get("writer");
        string writerType = locals.Get("TWriter");
        _writer.Line($"private static void {name}<{writerType}>(ref {writerType} {writer}{parameters})");
        using (_writer.Indent())
        {
            _writer.Line($"where {writerType} : struct, {Plumbing}IPromptWriter");
        }

        _writer.Line("{");
        using (_writer.Indent())
        {
            PromptBody body = new(method, writer, locals);
            WriteDefaults(method);
            WriteSystemInstruction(body, method);
            WriteExamples(writer, method.Examples);
            WriteTurns(body, method.Prompt);
        }

        _writer.Line("}");
    }

    private void WriteTurns(PromptBody body, EquatableArray<PromptNode> prompt)
    {
        string? speaker = null;
        foreach (PromptNode node in prompt)
        {
            if (node is PromptNode.Turn turn)
            {
                EndTurn();
                BeginTurn(turn.IsModel ? "Model" : "User");
                continue;
            }

            if (node is PromptNode.Loop { HoldsTurns: true })
            {
                EndTurn();
                WriteNode(body, node);
                continue;
            }

            if (speaker is null)
            {
                BeginTurn("User");
            }

            WriteNode(body, node);
        }

        EndTurn();

        void BeginTurn(string next)
        {
            speaker = next;
            _writer.Line($"{body.Writer}.Begin{next}Turn();");
        }

        void EndTurn()
        {
            if (speaker is not null)
            {
                _writer.Line($"{body.Writer}.End{speaker}Turn();");
                speaker = null;
            }
        }
    }

    private void WriteDefaults(PromptMethodModel method)
    {
        foreach (PromptDefault value in method.Defaults)
        {
            PromptParameterModel parameter = method.Parameters[value.Parameter];
            if (IsWritten(parameter))
            {
                _writer.Line($"{CSharpLiteral.Identifier(parameter.Name)} ??= {value.Literal};");
            }
        }
    }

    /// <summary>What the model is told about untrusted values stands behind the contract's own words.</summary>
    private void WriteSystemInstruction(PromptBody body, PromptMethodModel method)
    {
        if (method.SystemInstruction.Count == 0 && !method.WritesUntrusted)
        {
            return;
        }

        _writer.Line($"{body.Writer}.BeginSystemInstruction();");
        WriteNodes(body, method.SystemInstruction);
        if (method.WritesUntrusted)
        {
            if (method.SystemInstruction.Count > 0)
            {
                _writer.Line($"{body.Writer}.Literal({_utf8.Write(JsonText.Escape("\n\n"))});");
            }

            _writer.Line($"{body.Writer}.UntrustedNotice();");
        }

        _writer.Line($"{body.Writer}.EndSystemInstruction();");
    }

    private void WriteExamples(string writer, EquatableArray<ExampleModel> examples)
    {
        foreach (ExampleModel example in examples)
        {
            WriteTurn("User", example.User);
            WriteTurn("Model", example.Answer);
        }

        void WriteTurn(string speaker, string text)
        {
            _writer.Line($"{writer}.Begin{speaker}Turn();");
            _writer.Line($"{writer}.Literal({_utf8.Write(JsonText.Escape(text))});");
            _writer.Line($"{writer}.End{speaker}Turn();");
        }
    }

    private void WriteNodes(PromptBody body, EquatableArray<PromptNode> nodes)
    {
        foreach (PromptNode node in nodes)
        {
            WriteNode(body, node);
        }
    }

    private void WriteNode(PromptBody body, PromptNode node)
    {
        switch (node)
        {
            case PromptNode.Text text:
                _writer.Line($"{body.Writer}.Literal({_utf8.Write(JsonText.Escape(text.Content))});");
                break;
            case PromptNode.Value value:
                WriteValue(body, value);
                break;
            case PromptNode.Answer answer:
                WriteAnswer(body, answer);
                break;
            case PromptNode.Condition condition:
                WriteCondition(body, condition);
                break;
            case PromptNode.Loop loop:
                WriteLoop(body, loop);
                break;
        }
    }

    /// <summary>An example is written as the JSON that the model is asked for, by the metadata that reads it.</summary>
    private void WriteAnswer(PromptBody body, PromptNode.Answer node)
    {
        string value = body.GetExpression(node.Path);
        string info = _answersClass + "." + CSharpLiteral.Identifier(_model.AnswerTypes[body.AnswerType].Name);
        if (!node.Path.Type.IsNullable)
        {
            _writer.Line($"{body.Writer}.Value({AnswersPlumbing}Write({value}, {info}));");
            return;
        }

        string present = body.GetLocal("value");
        using (_writer.Block($"if ({value} is {{ }} {present})"))
        {
            _writer.Line($"{body.Writer}.Value({AnswersPlumbing}Write({present}, {info}));");
        }

        using (_writer.Block("else"))
        {
            _writer.Line($"{body.Writer}.Literal({_utf8.Write("null")});");
        }
    }

    private void WriteValue(PromptBody body, PromptNode.Value node)
    {
        PromptType type = node.Path.Type;
        string value = body.GetExpression(node.Path);
        if (!node.Path.IsUntrusted)
        {
            WriteAligned(body, node, type, value);
        }
        else if (!type.IsNullable)
        {
            WriteFenced(body, node, type, value);
        }
        else
        {
            // Nothing is written for null, not even a fence.
            string present = body.GetLocal("value");
            using (_writer.Block($"if ({value} is {{ }} {present})"))
            {
                WriteFenced(body, node, type with { IsNullable = false }, present);
            }
        }
    }

    /// <summary>The fence is around the padding: what pads a value belongs to it.</summary>
    private void WriteFenced(PromptBody body, PromptNode.Value node, PromptType type, string value)
    {
        string fence = body.GetLocal("fence");
        _writer.Line($"int {fence} = {body.Writer}.BeginUntrusted();");
        WriteAligned(body, node, type, value);
        _writer.Line($"{body.Writer}.EndUntrusted({fence});");
    }

    private void WriteAligned(PromptBody body, PromptNode.Value node, PromptType type, string value)
    {
        string? start = node.Alignment == 0 ? null : body.GetLocal("start");
        if (start is not null)
        {
            _writer.Line($"int {start} = {body.Writer}.Position;");
        }

        if (!type.IsNullable || type.Kind is PromptValueKind.String or PromptValueKind.Uri or PromptValueKind.Media)
        {
            _writer.Line($"{body.Writer}.{GetWriteCall(type, value, node.Format)};");
        }
        else
        {
            string present = body.GetLocal("value");
            using (_writer.Block($"if ({value} is {{ }} {present})"))
            {
                _writer.Line($"{body.Writer}.{GetWriteCall(type, present, node.Format)};");
            }
        }

        if (start is not null)
        {
            _writer.Line($"{body.Writer}.Align({start}, {node.Alignment.ToString(CultureInfo.InvariantCulture)});");
        }
    }

    private string GetWriteCall(PromptType type, string value, string? format)
    {
        string formatLiteral = CSharpLiteral.String(format);
        return type.Kind switch
        {
            PromptValueKind.Boolean => $"Value({value} ? \"true\" : \"false\")",
            PromptValueKind.Enum when format is "D" or "d" => $"Value(({type.Enum!.UnderlyingTypeName}){value}, null)",
            PromptValueKind.Enum => $"Value({GetEnumNameMethod(type.Enum!)}({value}))",
            PromptValueKind.Uri => $"Value({value}{(type.IsNullable ? "?" : "")}.OriginalString)",
            PromptValueKind.Media => $"Media({value})",
            PromptValueKind.SpanFormattable => $"Value({value}, {formatLiteral})",
            PromptValueKind.Formattable => $"FormattableValue({value}, {formatLiteral})",
            _ => $"Value({value})",
        };
    }

    private string GetEnumNameMethod(PromptEnumModel model)
    {
        if (!_enumNameMethods.TryGetValue(model.TypeName, out string? method))
        {
            method = _members.Get("NameOf" + model.TypeName.Substring(Math.Max(model.TypeName.LastIndexOf('.'), model.TypeName.LastIndexOf(':')) + 1).TrimStart('@'));
            _enumNameMethods.Add(model.TypeName, method);
            _enums.Add(model);
        }

        return method;
    }

    /// <summary>A combination of flags is left to the enum itself; a number without a name is written as such, whatever the culture.</summary>
    private void WriteEnumNames()
    {
        foreach (PromptEnumModel model in _enums)
        {
            _writer.Line();
            using (_writer.Block($"private static string {_enumNameMethods[model.TypeName]}({model.TypeName} value) => value switch", end: ";"))
            {
                foreach (string member in model.Members)
                {
                    _writer.Line($"{model.TypeName}.{CSharpLiteral.Identifier(member)} => \"{member}\",");
                }

                _writer.Line(model.IsFlags
                    ? "_ => value.ToString(),"
                    : $"_ => (({model.UnderlyingTypeName})value).ToString(global::System.Globalization.CultureInfo.InvariantCulture),");
            }
        }
    }
}
