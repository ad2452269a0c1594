namespace GeminiGen;

/// <content>Roles: who says what in a file.</content>
internal sealed partial class TemplateBinder
{
    private const string System = "system";
    private const string Model = "model";

    private string _role = "user";
    private int _nesting;

    private RoleMark? BindRole(TemplateNode.Role role)
    {
        TemplateName name = role.Name;
        if (_nesting > 0 || _isAttribute)
        {
            Refuse(name.Start, name.Length, _isAttribute
                ? "a file included in code is a part of one turn; remove the role, or make it the file of [PromptFile]"
                : "who speaks is decided when the code is compiled; move the role out of the block");
            return null;
        }

        _role = name.Text;
        _isInstruction = name.Text == System;
        return new RoleMark(name, _site);
    }

    /// <summary>Splits what was bound where roles begin. White space around a turn belongs to the file and not to the turn.</summary>
    private BoundPrompt Split(List<PromptNode> nodes, TemplateSite site, int bodyStart, bool hasInstruction)
    {
        List<PromptNode> prompt = [];
        EquatableArray<PromptNode> instruction = default;
        RoleMark? last = null;
        for (int i = 0; i < nodes.Count;)
        {
            RoleMark? mark = nodes[i] as RoleMark;
            int end = i + (mark is null ? 0 : 1);
            List<PromptNode> turn = [];
            for (; end < nodes.Count && nodes[end] is not RoleMark; end++)
            {
                turn.Add(nodes[end]);
            }

            i = end;
            Trim(turn);
            if (turn.Count == 0)
            {
                continue;
            }

            if (mark?.Name.Text == System)
            {
                CheckInstruction(mark, hasInstruction || instruction.Count > 0, hasInstruction);
                instruction = turn.ToEquatableArray();
                continue;
            }

            last = mark;
            prompt.Add(new PromptNode.Turn(mark?.Name.Text == Model));
            prompt.AddRange(turn);
        }

        if (prompt.Count == 0 && issues.FirstError is null)
        {
            RefuseAt(site, bodyStart, 0, "nobody asks anything; write {{role \"user\"}} and what the model should do");
        }
        else if (last?.Name.Text == Model)
        {
            RefuseAt(last.Site, last.Name.Start, last.Name.Length, "the last turn is the user's, and the model answers it; write {{role \"user\"}} and a prompt behind it");
        }

        return new BoundPrompt(prompt.ToEquatableArray(), instruction, FrontMatter.Empty);
    }

    private void CheckInstruction(RoleMark mark, bool isSecond, bool hasInstruction)
    {
        if (isSecond)
        {
            RefuseAt(mark.Site, mark.Name.Start, mark.Name.Length, hasInstruction
                ? "the method has [SystemInstruction] as well; remove one of the two"
                : "the system speaks a second time; put both texts behind one role");
        }
    }

    private static void Trim(List<PromptNode> turn)
    {
        while (turn.Count > 0 && turn[0] is PromptNode.Text first)
        {
            string text = TrimBlankLines(first.Content);
            if (text.Length > 0)
            {
                turn[0] = new PromptNode.Text(text);
                break;
            }

            turn.RemoveAt(0);
        }

        while (turn.Count > 0 && turn[turn.Count - 1] is PromptNode.Text last)
        {
            string text = last.Content.TrimEnd();
            if (text.Length > 0)
            {
                turn[turn.Count - 1] = new PromptNode.Text(text);
                break;
            }

            turn.RemoveAt(turn.Count - 1);
        }
    }

    /// <summary>Takes away lines of nothing but white space; the first line that says something keeps its indentation.</summary>
    private static string TrimBlankLines(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            start = text[i] == '\n' ? i + 1 : i + 1 == text.Length ? text.Length : start;
        }

        return text.Substring(start);
    }

    private void RefuseAt(TemplateSite site, int start, int length, string message)
        => issues.Error(DiagnosticIds.TemplateSyntaxError, site.Locate(start, length), scope.Method, message);

    /// <summary>Where a role begins; never leaves the binder.</summary>
    private sealed record RoleMark(TemplateName Name, TemplateSite Site) : PromptNode;
}
