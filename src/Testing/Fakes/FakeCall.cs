using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GeminiGen.Testing;

/// <summary>A call of a fake's method.</summary>
public abstract class FakeCall
{
    private const int LongestText = 200;

    private readonly string _name;
    private readonly RenderedPrompt? _prompt;

    private protected FakeCall(string name, RenderedPrompt? prompt)
    {
        _name = name;
        _prompt = prompt;
    }

    /// <summary>The method, as in <c>ISupportDesk.ClassifyAsync</c>.</summary>
    public string Method => _name;

    /// <summary>What would have been sent at the time of the call: text, JSON, model and tokens, as the contract's own class writes it.</summary>
    /// <exception cref="InvalidOperationException">There is none: the method makes vectors, or the fake does not write prompts (<see cref="GeminiFakeOptions.RendersPrompts"/>).</exception>
    public RenderedPrompt Prompt => _prompt ?? throw new InvalidOperationException(
        $"There is no prompt of {_name}: the method makes vectors, its class has no Render method for it, or GeminiFakeOptions.RendersPrompts is off.");

    /// <summary>The text of the prompt's system instruction; empty when it has none.</summary>
    /// <exception cref="InvalidOperationException">There is no prompt, as for <see cref="Prompt"/>.</exception>
    public string SystemInstruction
    {
        get
        {
            using JsonDocument body = JsonDocument.Parse(Prompt.Json);
            return body.RootElement.TryGetProperty("systemInstruction", out JsonElement instruction) ? PromptTexts.Of(instruction) : "";
        }
    }

    /// <summary>The text of the prompt's last turn, which is the user's: the template with the arguments, without instruction, examples and history.</summary>
    /// <exception cref="InvalidOperationException">There is no prompt, as for <see cref="Prompt"/>.</exception>
    public string UserPrompt
    {
        get
        {
            using JsonDocument body = JsonDocument.Parse(Prompt.Json);
            return body.RootElement.GetProperty("contents") is { ValueKind: JsonValueKind.Array } turns && turns.GetArrayLength() is > 0 and int count ? PromptTexts.Of(turns[count - 1]) : "";
        }
    }

    /// <summary>Whether the fake had an answer; a call without one has thrown <see cref="UnansweredCallException"/>.</summary>
    public bool IsAnswered { get; internal set; }

    /// <summary>The arguments as an array, in the order of the parameters.</summary>
    internal abstract IReadOnlyList<KeyValuePair<string, object?>> GetArguments();

    internal bool HasPrompt => _prompt is not null;

    /// <summary>The method with its arguments, long ones shortened.</summary>
    /// <returns>As in <c>ISupportDesk.ClassifyAsync(feedback: "It crashes")</c>.</returns>
    public override string ToString()
    {
        StringBuilder text = new(_name);
        text.Append('(');
        foreach (KeyValuePair<string, object?> argument in GetArguments())
        {
            if (argument.Value is CancellationToken)
            {
                continue;
            }

            text.Append(text[^1] == '(' ? "" : ", ").Append(argument.Key).Append(": ").Append(Describe(argument.Value));
        }

        return text.Append(')').ToString();
    }

    private static string Describe(object? value)
    {
        string text = value switch
        {
            null => "null",
            string words => "\"" + words + "\"",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            System.Collections.IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Take(20).Select(Describe)) + "]",
            _ => value.ToString() ?? "",
        };
        return text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
    }
}
