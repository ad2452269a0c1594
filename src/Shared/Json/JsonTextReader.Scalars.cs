using System.Globalization;
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
        JsonPosition start = Position;
        _offset++;
        char escape = Current;
        _offset++;
        return escape switch
        {
            '"' or '\\' or '/' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadCodeUnit(start),
            _ => throw new JsonSyntaxException("Unknown escape in a string.", start),
        };
    }

    private char ReadCodeUnit(JsonPosition start)
    {
        if (_offset + 4 > _text.Length
            || !ushort.TryParse(_text.Substring(_offset, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
        {
            throw new JsonSyntaxException("Expected four hexadecimal digits after \\u.", start);
        }

        _offset += 4;
        return (char)unit;
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
