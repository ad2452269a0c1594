using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Enumerates a stream of text: each piece is an item.</summary>
internal sealed class TextStreamEnumerator(TextStreamSource source, PromptRequest request, CancellationToken methodToken, CancellationToken enumerationToken)
    : StreamEnumerator<string>(source, request, methodToken, enumerationToken)
{
    private PieceList _received;
    private string? _arrived;

    public override ValueTask<bool> MoveNextAsync()
    {
        if (HasEnded || IsCancelled)
        {
            return base.MoveNextAsync();
        }

        ValueTask<string?> reading = ReadAsync();
        if (!reading.IsCompletedSuccessfully)
        {
            return AdvanceAsync(reading);
        }

        // As in the session: no state machine for what is there already.
        string? text = reading.Result;
        if (text is null)
        {
            return AdvanceAsync(new ValueTask<string?>(text));
        }

        _received.Add(text);
        Current = text;
        return new ValueTask<bool>(true);
    }

    protected override string Received => _received.ToString();

    protected override bool TryTake()
    {
        if (_arrived is null)
        {
            return false;
        }

        Current = _arrived;
        _arrived = null;
        return true;
    }

    protected override void Accept(string text, TextStreamSession session)
    {
        _received.Add(text);
        _arrived = text;
    }

    protected override void Restart() => _received.Clear();

    protected override void Release() => _received.Release();
}
