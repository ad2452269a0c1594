using System.Text;

namespace GeminiGen.Generator.Emission;

/// <summary>The body of the method that writes one prompt: its locals, and the expressions of its values.</summary>
/// <param name="method">The method.</param>
/// <param name="writer">The name of the writer.</param>
/// <param name="locals">The names that are taken.</param>
internal sealed class PromptBody(PromptMethodModel method, string writer, UniqueNames locals)
{
    private readonly Dictionary<int, (string Item, string? Counter)> _loops = [];

    /// <summary>The name of the writer.</summary>
    public string Writer => writer;

    /// <summary>The index of the type that the method answers with.</summary>
    public int AnswerType => method.AnswerType;

    /// <summary>A new local.</summary>
    public string GetLocal(string wanted) => locals.Get(wanted);

    /// <summary>Starts a loop.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="counter">The local that counts its items, or null.</param>
    /// <returns>The local of the item at hand.</returns>
    public string BeginLoop(PromptNode.Loop loop, string? counter)
    {
        string item = CSharpLiteral.Identifier(locals.Get(loop.Variable));
        _loops[loop.Number] = (item, counter);
        return item;
    }

    /// <summary>The expression of a value.</summary>
    public string GetExpression(PromptPath path)
    {
        StringBuilder text = new(path.Root switch
        {
            PromptPathRoot.Parameter => CSharpLiteral.Identifier(method.Parameters[path.Index].Name),
            PromptPathRoot.Item => _loops[path.Index].Item,
            PromptPathRoot.Index => _loops[path.Index].Counter,
            _ => _loops[path.Index].Counter + " + 1",
        });
        foreach (PromptStep step in path.Steps)
        {
            text.Append(step.IsConditional ? "?." : ".").Append(CSharpLiteral.Identifier(step.Member));
        }

        return text.ToString();
    }
}
