using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GeminiGen.CompilerServices;

/// <summary>Writes a prompt as plain text, for previews and estimates.</summary>
/// <param name="systemInstruction">Receives the system instruction.</param>
/// <param name="userTurn">Receives the user turn.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TextPromptWriter(StringBuilder systemInstruction, StringBuilder userTurn) : IPromptWriter
{
    private readonly StringBuilder _systemInstruction = systemInstruction ?? throw new ArgumentNullException(nameof(systemInstruction));
    private readonly StringBuilder _userTurn = userTurn ?? throw new ArgumentNullException(nameof(userTurn));
    private StringBuilder _target = userTurn;

    /// <inheritdoc/>
    public readonly int Position => _target.Length;

    /// <inheritdoc/>
    public void BeginSystemInstruction() => _target = _systemInstruction;

    /// <inheritdoc/>
    public void EndSystemInstruction() => _target = _userTurn;

    /// <inheritdoc/>
    public void BeginUserTurn() => _target = _userTurn;

    /// <inheritdoc/>
    public readonly void EndUserTurn()
    {
    }

    /// <inheritdoc/>
    public readonly void Literal(ReadOnlySpan<byte> escapedUtf8)
    {
        byte[] quoted = new byte[escapedUtf8.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        escapedUtf8.CopyTo(quoted.AsSpan(1));
        Utf8JsonReader reader = new(quoted);
        reader.Read();
        _target.Append(reader.GetString());
    }

    /// <inheritdoc/>
    public readonly void Value(string? value) => AppendWellFormed(value);

    /// <inheritdoc/>
    public readonly void Value(char value) => AppendWellFormed(new ReadOnlySpan<char>(in value));

    /// <inheritdoc/>
    public readonly void Value<T>(T value, string? format) where T : ISpanFormattable
        => AppendWellFormed(value?.ToString(format, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public readonly void FormattableValue<T>(T value, string? format) where T : IFormattable
        => AppendWellFormed(value?.ToString(format, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public readonly void Media(Media? value) => _target.Append(value);

    /// <inheritdoc/>
    public readonly void Media(IEnumerable<Media>? values) => _target.AppendJoin(' ', values ?? []);

    /// <inheritdoc/>
    public readonly void Align(int start, int width)
    {
        int missing = Math.Abs(width) - (_target.Length - start);
        if (missing > 0)
        {
            _target.Insert(width > 0 ? start : _target.Length, " ", missing);
        }
    }

    // The same text the JSON writer sends, lone surrogates included.
    private readonly void AppendWellFormed(ReadOnlySpan<char> text)
    {
        Span<char> utf16 = stackalloc char[2];
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf16(text, out Rune rune, out int consumed);
            _target.Append(utf16[..rune.EncodeToUtf16(utf16)]);
            text = text[consumed..];
        }
    }
}
