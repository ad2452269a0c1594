namespace GeminiGen;

/// <content>Dotprompt's markers, which files share with other tools.</content>
internal sealed partial class TemplateReader
{
    private static readonly string[] HandlebarsWords = ["#if ", "#unless ", "#each ", "#with ", "section ", "json "];

    /// <summary>
    /// Reads <c>{{role "user"}}</c> and <c>{{media url=photo}}</c>, and refuses the helpers of Dotprompt that are none of ours; anything else between double braces is text, and so is what
    /// stands between four.
    /// </summary>
    private bool TryReadMarker()
    {
        int end = Peek(1) == '{' ? value.IndexOf("}}", _position, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return false;
        }

        int tag = _position;
        int word = SkipBlanks(tag + 2);
        if (StartsWith(word, "role "))
        {
            ReadRole(SkipBlanks(word + 5), tag, end);
            return true;
        }

        if (StartsWith(word, "media "))
        {
            ReadMedia(SkipBlanks(word + 6), tag, end);
            return true;
        }

        return (_position == 0 || value[_position - 1] != '{') && TryRefuseHelper(word, tag, end);
    }

    // As text they would reach the model, which nobody who writes them means.
    private bool TryRefuseHelper(int word, int tag, int end)
    {
        string? cure = StartsWith(word, "history") && SkipBlanks(word + "history".Length) == end
            ? "a history is given as a parameter of type 'Conversation', and goes before the last turn; remove the tag"
            : Array.Exists(HandlebarsWords, start => StartsWith(word, start))
                ? "this is a tag of Handlebars; set 'Syntax = PromptSyntax.Handlebars' on [PromptFile], or write each brace of a text twice"
                : null;
        if (cure is null)
        {
            return false;
        }

        _errors.Add(new TemplateError(tag, end + 2 - tag, cure));
        _position = end + 2;
        return true;
    }

    private void ReadRole(int position, int tag, int end)
    {
        bool isQuoted = position < end && value[position] is '"' or '\'';
        int close = isQuoted ? value.IndexOf(value[position], position + 1, end - position - 1) : -1;
        string name = close < 0 ? "" : value.Substring(position + 1, close - position - 1);
        bool isAlone = TakeLine(tag, end + 2);
        _position = isAlone ? SkipLineEnd(end + 2) : end + 2;
        if (name is "user" or "model" or "system" && SkipBlanks(close + 1) == end)
        {
            Add(new TemplateNode.Role(new TemplateName(name, position + 1)));
            return;
        }

        _errors.Add(new TemplateError(tag, end + 2 - tag, "a role is written {{role \"user\"}}, {{role \"model\"}} or {{role \"system\"}}"));
    }

    private void ReadMedia(int position, int tag, int end)
    {
        _position = end + 2;
        if (StartsWith(position, "url="))
        {
            position += 4;
            if (position < end && IsPathStart(position, end) && ReadPath(ref position, end, "a parameter's name") is { } path && SkipBlanks(position) == end)
            {
                Add(new TemplateNode.Placeholder(path, 0, null, isMedia: true));
                return;
            }
        }

        _errors.Add(new TemplateError(tag, end + 2 - tag, "media are written {{media url=name}} with a parameter's name; the type is found by content"));
    }

    private bool StartsWith(int position, string text) => string.CompareOrdinal(value, position, text, 0, text.Length) == 0;
}
