using System.Collections.Immutable;

namespace GeminiGen;

/// <content>Roles: who says what in a file.</content>
internal sealed partial class TemplateBinder
{
    private const string System = "system";
    private const string Model = "model";

    private string _role = "user";
    private int _nesting;

    private bool _takesTurns;

    private RoleMark? BindRole(TemplateNode.Role role)
    {
        TemplateName name = role.Name;
        if (FindRoleFault(name.Text) is { } fault)
        {
            Refuse(name.Start, name.Length, fault);
            return null;
        }

        _role = name.Text;
        _isInstruction = name.Text == System;
        return new RoleMark(name, _site);
    }

    private string? FindRoleFault(string name)
        => _isAttribute ? "a file included in code is a part of one turn; remove the role, or make it the file of [PromptFile]"
            : _nesting > 0 && !(_nesting == 1 && _takesTurns) ? "who speaks is decided when the code is compiled; move the role out of the block"
            : _nesting > 0 && name == System ? "the system speaks once; move its role out of the loop"
            : null;

    /// <summary>A value of the answer's type said by the model: an example, written as the JSON that is asked for.</summary>
    private PromptNode.Answer? BindAnswer(TemplateNode.Placeholder placeholder, PromptPath source)
    {
        TemplatePath path = placeholder.Path;
        string? fault = source.IsUntrusted ? $"the model says '{path}' as an example, which cannot be untrusted; remove [Untrusted], or the example"
            : placeholder.Format is not null || placeholder.Alignment != 0 ? $"'{path}' is written as JSON; remove what stands behind its name"
            : null;
        if (fault is not null)
        {
            Refuse(path.Start, path.Length, fault);
            return null;
        }

        return new PromptNode.Answer(source);
    }

    /// <summary>Splits what was bound where roles begin. White space around a turn belongs to the file and not to the turn.</summary>
    private BoundPrompt Split(List<PromptNode> nodes, TemplateSite site, int bodyStart, bool hasInstruction, AnswerShape answer)
    {
        List<PromptNode> prompt = [];
        EquatableArray<PromptNode> instruction = default;
        RoleMark? last = null;
        bool isBehindLoop = false;
        for (int i = 0; i < nodes.Count;)
        {
            if (nodes[i] is PromptNode.Loop loop && HoldsRoles(loop))
            {
                prompt.Add(SplitLoop(loop, answer, ref last));
                isBehindLoop = true;
                i++;
                continue;
            }

            RoleMark? mark = nodes[i] as RoleMark;
            List<PromptNode> turn = TakeTurn(nodes, ref i);
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

            if (mark is null && isBehindLoop)
            {
                RefuseAt(last!.Site, last.Name.Start, last.Name.Length, "nobody says what stands behind the loop; begin it with {{role \"user\"}}");
            }

            isBehindLoop = false;
            last = mark;
            AddTurn(prompt, mark, turn, answer);
        }

        CheckEnd(site, bodyStart, prompt.Count == 0, last, isBehindLoop);
        return new BoundPrompt(prompt.ToEquatableArray(), instruction, FrontMatter.Empty);
    }

    private void CheckEnd(TemplateSite site, int bodyStart, bool isEmpty, RoleMark? last, bool isBehindLoop)
    {
        if (isEmpty && issues.FirstError is null)
        {
            RefuseAt(site, bodyStart, 0, "nobody asks anything; write {{role \"user\"}} and what the model should do");
        }
        else if (last is not null && (isBehindLoop || last.Name.Text == Model))
        {
            RefuseAt(last.Site, last.Name.Start, last.Name.Length, isBehindLoop
                ? "a loop of turns holds examples, and may be empty; write {{role \"user\"}} and a prompt behind it"
                : "the last turn is the user's, and the model answers it; write {{role \"user\"}} and a prompt behind it");
        }
    }

    /// <summary>Splits the body of a loop into the turns that each item gives.</summary>
    private PromptNode.Loop SplitLoop(PromptNode.Loop loop, AnswerShape answer, ref RoleMark? last)
    {
        List<PromptNode> nodes = [.. loop.Body];
        List<PromptNode> turns = [];
        RoleMark first = nodes.OfType<RoleMark>().First();
        string? fault = loop.Separator.Count > 0 || loop.Empty.Count > 0 ? "a loop of turns has nothing between them and nothing in place of them; remove its other parts" : null;
        for (int i = 0; i < nodes.Count;)
        {
            RoleMark? mark = nodes[i] as RoleMark;
            List<PromptNode> turn = TakeTurn(nodes, ref i);
            if (turn.Count > 0)
            {
                fault ??= mark is null ? "nobody says what stands before it in the loop; begin the loop with a role" : null;
                AddTurn(turns, mark, turn, answer);
            }

            last = mark ?? last;
        }

        if (fault is not null)
        {
            RefuseAt(first.Site, first.Name.Start, first.Name.Length, fault);
        }

        return loop with { Body = turns.ToEquatableArray() };
    }

    private static bool HoldsRoles(PromptNode node)
    {
        if (node is PromptNode.Loop loop)
        {
            foreach (PromptNode inner in loop.Body)
            {
                if (inner is RoleMark)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Takes what stands behind a role, up to the next.</summary>
    private static List<PromptNode> TakeTurn(List<PromptNode> nodes, ref int position)
    {
        List<PromptNode> turn = [];
        position += nodes[position] is RoleMark ? 1 : 0;
        for (; position < nodes.Count && nodes[position] is not RoleMark && !HoldsRoles(nodes[position]); position++)
        {
            turn.Add(nodes[position]);
        }

        Trim(turn);
        return turn;
    }

    private void AddTurn(List<PromptNode> prompt, RoleMark? mark, List<PromptNode> turn, AnswerShape answer)
    {
        bool isModel = mark?.Name.Text == Model;
        prompt.Add(new PromptNode.Turn(isModel));
        prompt.AddRange(turn);
        if (isModel && issues.IsListening && turn is [PromptNode.Text text] && ExampleCheck.FindFault(text.Content, answer) is { } fault)
        {
            issues.Warn(
                DiagnosticIds.ConflictingAttributes,
                mark!.Site.Locate(mark.Name.Start, mark.Name.Length),
                ImmutableDictionary<string, string?>.Empty,
                "A turn of the model",
                scope.Method,
                "what it says " + fault + "; write the JSON of such an answer");
        }
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
