using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace GeminiGen.CompilerServices;

/// <summary>Writes a prompt as the JSON body of a <c>generateContent</c> request, straight into the request's pooled buffer.</summary>
/// <param name="request">The request to write into.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonPromptWriter(PromptRequest request) : IPromptWriter
{
    private readonly PromptRequest _request = request ?? throw new ArgumentNullException(nameof(request));
    private readonly PooledUtf8Buffer _body = request.Body;

    private static ReadOnlySpan<byte> TextOpening => "{\"text\":\""u8;

    /// <inheritdoc/>
    public int Position => _body.Length;

    /// <inheritdoc/>
    public void BeginSystemInstruction() => _body.Append("{\"systemInstruction\":{\"parts\":[{\"text\":\""u8);

    /// <inheritdoc/>
    public void EndSystemInstruction() => _body.Append("\"}]},"u8);

    /// <inheritdoc/>
    public void BeginUserTurn() => BeginTurn("{\"role\":\"user\",\"parts\":[{\"text\":\""u8);

    /// <inheritdoc/>
    public void EndUserTurn()
    {
        // Behind media a text part was opened in advance; the API wants none that is empty.
        if (_request.MediaParts is not null && _body.WrittenSpan.EndsWith(",{\"text\":\""u8))
        {
            _body.Truncate(_body.Length - TextOpening.Length - 1);
            _body.Append("]}"u8);
            return;
        }

        _body.Append("\"}]}"u8);
    }

    /// <inheritdoc/>
    public void BeginModelTurn() => BeginTurn("{\"role\":\"model\",\"parts\":[{\"text\":\""u8);

    /// <inheritdoc/>
    public void EndModelTurn() => _body.Append("\"}]}"u8);

    /// <inheritdoc/>
    public void Literal(ReadOnlySpan<byte> escapedUtf8) => _body.Append(escapedUtf8);

    /// <inheritdoc/>
    public void Value(string? value) => JsonText.AppendEscaped(_body, value);

    /// <inheritdoc/>
    public void Value(char value) => JsonText.AppendEscaped(_body, new ReadOnlySpan<char>(in value));

    /// <inheritdoc/>
    public void Value<T>(T value, string? format) where T : ISpanFormattable => JsonText.AppendFormatted(_body, value, format);

    /// <inheritdoc/>
    public void FormattableValue<T>(T value, string? format) where T : IFormattable
        => JsonText.AppendEscaped(_body, value?.ToString(format, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Media(Media? value)
    {
        if (value is null)
        {
            return;
        }

        // Ends the open text part; an empty one never was.
        if (_body.WrittenSpan.EndsWith(TextOpening))
        {
            _body.Truncate(_body.Length - TextOpening.Length);
        }
        else
        {
            _body.Append("\"},"u8);
        }

        _request.AddMedia(value);
        _body.Append(",{\"text\":\""u8);
    }

    /// <inheritdoc/>
    public void Media(IEnumerable<Media>? values)
    {
        foreach (Media value in values ?? [])
        {
            Media(value ?? throw new ArgumentException("A list of media holds null.", nameof(values)));
        }
    }

    /// <inheritdoc/>
    public void UntrustedNotice() => Value(UntrustedFence.Notice(_request.UntrustedDelimiter));

    /// <inheritdoc/>
    public int BeginUntrusted()
    {
        Value(UntrustedFence.Opening(_request.UntrustedDelimiter));
        return _body.Length;
    }

    /// <inheritdoc/>
    public void EndUntrusted(int start)
    {
        Span<byte> drawn = stackalloc byte[_request.UntrustedDelimiter.Length];
        Encoding.ASCII.GetBytes(_request.UntrustedDelimiter, drawn);
        if (_body.WrittenSpan[start..].IndexOf(drawn) >= 0)
        {
            throw UntrustedFence.BrokenOut();
        }

        Value(UntrustedFence.Closing(_request.UntrustedDelimiter));
    }

    /// <inheritdoc/>
    public void Align(int start, int width)
    {
        int missing = Math.Abs(width) - JsonText.CountCharacters(_body.WrittenSpan[start..]);
        if (missing > 0)
        {
            _body.InsertSpace(width > 0 ? start : _body.Length, missing).Fill((byte)' ');
        }
    }

    /// <summary>The last turn to begin is the one a history keeps, and goes before.</summary>
    private void BeginTurn(ReadOnlySpan<byte> opening)
    {
        _body.Append(_body.Length == 0 ? "{\"contents\":["u8 : _request.TurnStart == 0 ? "\"contents\":["u8 : ","u8);
        _request.TurnStart = _body.Length;
        _body.Append(opening);
    }
}
