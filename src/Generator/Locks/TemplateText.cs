using System.Globalization;
using System.Text;

namespace GeminiGen.Generator.Locks;

/// <summary>A template as people read it: what the compiler understood, includes put in, in one syntax whatever it was written in.</summary>
internal sealed class TemplateText
{
    private readonly PromptMethodModel _method;
    private readonly StringBuilder _readable = new();
    private readonly StringBuilder _constant = new();
    private readonly Dictionary<int, string> _variables = [];
    private int _turns;

    private TemplateText(PromptMethodModel method) => _method = method;

    /// <summary>The text, or null when there is none.</summary>
    public string? Readable => _readable.Length == 0 ? null : _readable.ToString();

    /// <summary>The estimate of what is constant; what stands in conditions and loops counts once.</summary>
    public int Tokens { get; private set; }

    /// <summary>Reads a template.</summary>
    public static TemplateText Create(PromptMethodModel method, EquatableArray<PromptNode> nodes)
    {
        TemplateText text = new(method);
        text.Write(nodes);
        if (nodes.Count > 0)
        {
            text.Tokens = TokenEstimator.Estimate(text._constant.ToString().AsSpan()) + (Math.Max(1, text._turns) * TokenEstimator.TokensPerTurn);
        }

        return text;
    }

    private void Write(EquatableArray<PromptNode> nodes)
    {
        foreach (PromptNode node in nodes)
        {
            Write(node);
        }
    }

    private void Write(PromptNode node)
    {
        switch (node)
        {
            case PromptNode.Text text:
                _constant.Append(text.Content);
                _readable.Append(text.Content.Replace("{", "{{").Replace("}", "}}"));
                break;
            case PromptNode.Value value:
                WriteValue(value);
                break;
            case PromptNode.Answer answer:
                _readable.Append("{json ").Append(GetPath(answer.Path)).Append('}');
                break;
            case PromptNode.Condition condition:
                WriteCondition(condition);
                break;
            case PromptNode.Loop loop:
                WriteLoop(loop);
                break;
            case PromptNode.Turn turn:
                _turns++;
                StartLine();
                _readable.Append("{role ").Append(turn.IsModel ? "model" : "user").Append("}\n");
                break;
        }
    }

    /// <summary>A value from others shows the fence it is sent in.</summary>
    private void WriteValue(PromptNode.Value node)
    {
        bool isFenced = node.Path.IsUntrusted;
        _readable.Append(isFenced ? "<untrusted>{" : "{").Append(GetPath(node.Path));
        _readable.Append(node.Alignment == 0 ? "" : "," + node.Alignment.ToString(CultureInfo.InvariantCulture));
        _readable.Append(node.Format is { Length: > 0 } format ? ":" + format : "").Append(isFenced ? "}</untrusted>" : "}");
    }

    private void WriteCondition(PromptNode.Condition node)
    {
        _readable.Append(node.IsNegated ? "{#if !" : "{#if ").Append(node.Test == PromptTest.First ? "@first" : GetPath(node.Path)).Append('}');
        Write(node.Then);
        WriteBranch("{:else}", node.Else);
        _readable.Append("{/if}");
    }

    private void WriteLoop(PromptNode.Loop node)
    {
        _variables[node.Number] = node.Variable;
        _readable.Append("{#each ").Append(GetPath(node.Items)).Append(" as ").Append(node.Variable).Append('}');
        Write(node.Body);
        WriteBranch("{:separator}", node.Separator);
        WriteBranch("{:empty}", node.Empty);
        _readable.Append("{/each}");
    }

    private void WriteBranch(string tag, EquatableArray<PromptNode> nodes)
    {
        if (nodes.Count > 0)
        {
            _readable.Append(tag);
            Write(nodes);
        }
    }

    private void StartLine()
    {
        if (_readable.Length > 0 && _readable[_readable.Length - 1] != '\n')
        {
            _readable.Append('\n');
        }
    }

    private string GetPath(PromptPath path)
    {
        StringBuilder text = new(path.Root switch
        {
            PromptPathRoot.Parameter => _method.Parameters[path.Index].Name,
            PromptPathRoot.Item => _variables[path.Index],
            PromptPathRoot.Index => "@index",
            _ => "@number",
        });
        foreach (PromptStep step in path.Steps)
        {
            text.Append('.').Append(step.Member);
        }

        return text.ToString();
    }
}
