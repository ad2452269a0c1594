using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GeminiGen.CompilerServices;

/// <summary>Writes a prompt as plain text, for previews and estimates.</summary>
/// <param name="systemInstruction">Receives the system instruction.</param>
/// <param name="turns">Receives the turns, a blank line between two.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TextPromptWriter(StringBuilder systemInstruction, StringBuilder turns) : IPromptWriter
{
    private readonly StringBuilder _systemInstruction = systemInstruction ?? throw new ArgumentNullException(nameof(systemInstruction));
    private readonly StringBuilder _turns = turns ?? throw new ArgumentNullException(nameof(turns));
    private StringBuilder _target = turns;
    private string? _delimiter;

    /// <inheritdoc/>
    public readonly int Position => _target.Length;

    /// <inheritdoc/>
    public void BeginSystemInstruction() => _target = _systemInstruction;

    /// <inheritdoc/>
    public void EndSystemInstruction() => _target = _turns;

    /// <inheritdoc/>
    public void BeginUserTurn()
    {
        _target = _turns;
        _target.Append(_target.Length > 0 ? "\n\n" : "");
    }

    /// <inheritdoc/>
    public readonly void EndUserTurn()
    {
    }

    /// <inheritdoc/>
    public void BeginModelTurn() => BeginUserTurn();

    /// <inheritdoc/>
    public readonly void EndModelTurn()
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
    public void UntrustedNotice() => _target.Append(UntrustedFence.Notice(_delimiter ??= UntrustedFence.Draw(null)));

    /// <inheritdoc/>
    public int BeginUntrusted()
    {
        _target.Append(UntrustedFence.Opening(_delimiter ??= UntrustedFence.Draw(null)));
        return _target.Length;
    }

    /// <inheritdoc/>
    public void EndUntrusted(int start) => _target.Append(UntrustedFence.Closing(_delimiter ??= UntrustedFence.Draw(null)));

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
