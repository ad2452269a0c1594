namespace GeminiGen.Generator.Emission;

/// <content>Conditions and loops of templates, as the statements they are.</content>
internal sealed partial class Emitter
{
    private void WriteCondition(PromptBody body, PromptNode.Condition node)
    {
        using (_writer.Block($"if ({GetTest(body, node)})"))
        {
            WriteNodes(body, node.Then);
        }

        if (node.Else.Count > 0)
        {
            using (_writer.Block("else"))
            {
                WriteNodes(body, node.Else);
            }
        }
    }

    private static string GetTest(PromptBody body, PromptNode.Condition node)
    {
        string value = body.GetExpression(node.Path);
        PromptType type = node.Path.Type;
        string access = type.IsNullable ? "?." : ".";
        return (node.Test, node.IsNegated) switch
        {
            (PromptTest.First, false) => value + " == 0",
            (PromptTest.First, true) => value + " != 0",
            (PromptTest.Boolean, false) => type.IsNullable ? value + " == true" : value,
            (PromptTest.Boolean, true) => type.IsNullable ? value + " != true" : "!" + value,
            (PromptTest.Text, false) => $"!string.IsNullOrEmpty({value})",
            (PromptTest.Text, true) => $"string.IsNullOrEmpty({value})",
            (PromptTest.NotEmpty, _) when type.MayBeDefault => $"{value} is {(node.IsNegated ? "not " : "")}{{ IsDefault: false, {type.CountMember}: > 0 }}",
            (PromptTest.NotEmpty, false) => $"{value}{access}{type.CountMember} > 0",
            (PromptTest.NotEmpty, true) => $"!({value}{access}{type.CountMember} > 0)",
            (_, true) => value + " is null",
            _ => value + " is not null",
        };
    }

    private void WriteLoop(PromptBody body, PromptNode.Loop node)
    {
        string? counter = node.IsCounted ? body.GetLocal("index") : null;
        if (counter is not null)
        {
            _writer.Line($"int {counter} = -1;");
        }

        string items = body.GetExpression(node.Items);
        if (node.Items.Type.IsNullable || node.Items.Type.MayBeDefault)
        {
            string present = body.GetLocal("items");
            using (_writer.Block($"if ({items} is {{ {(node.Items.Type.MayBeDefault ? "IsDefault: false " : "")}}} {present})"))
            {
                WriteItems(body, node, present, counter);
            }
        }
        else
        {
            WriteItems(body, node, items, counter);
        }

        if (node.Empty.Count > 0)
        {
            using (_writer.Block($"if ({counter} < 0)"))
            {
                WriteNodes(body, node.Empty);
            }
        }
    }

    private void WriteItems(PromptBody body, PromptNode.Loop node, string items, string? counter)
    {
        string item = body.BeginLoop(node, counter);
        using (_writer.Block($"foreach (var {item} in {items})"))
        {
            if (counter is not null)
            {
                _writer.Line(counter + "++;");
            }

            if (node.Separator.Count > 0)
            {
                using (_writer.Block($"if ({counter} > 0)"))
                {
                    WriteNodes(body, node.Separator);
                }
            }

            if (node.HoldsTurns)
            {
                WriteTurns(body, node.Body);
            }
            else
            {
                WriteNodes(body, node.Body);
            }
        }
    }
}
