using System.Text;

namespace GeminiGen.Shared.Json;

/// <content>Strings and numbers.</content>
internal sealed partial class JsonTextReader
{
    private string ReadString()
    {
        var builder = new StringBuilder();
        _offset++;
        while (true)
        {
            if (AtEnd)
            {
                throw Error("The string does not end.");
            }

            switch (_text[_offset])
            {
                case '"':
                    _offset++;
                    return builder.ToString();
                case '\\':
                    builder.Append(ReadEscape());
                    break;
                case < ' ':
                    throw Error("A control character in a string must be escaped.");
                default:
                    builder.Append(_text[_offset++]);
                    break;
            }
        }
    }

    private char ReadEscape()
    {
        if (!JsonEscape.TryRead(_text, _offset, out char value, out int length))
        {
            throw Error(length > 2 ? "Expected four hexadecimal digits after \\u." : "Unknown escape in a string.");
        }

        _offset += length;
        return value;
    }

    private string ReadNumber()
    {
        int start = _offset;
        TryTake('-');
        if (!TryTake('0'))
        {
            SkipDigits();
        }

        if (TryTake('.'))
        {
            SkipDigits();
        }

        if (TryTake('e') || TryTake('E'))
        {
            _ = TryTake('+') || TryTake('-');
            SkipDigits();
        }

        return _text.Substring(start, _offset - start);
    }

    private void SkipDigits()
    {
        if (Current is < '0' or > '9')
        {
            throw Error("Expected a digit.");
        }

        while (Current is >= '0' and <= '9')
        {
            _offset++;
        }
    }
}
