using System.Text;
using System.Text.Json;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Enumerates snapshots of an answer that is a JSON object: one for each piece that shows something new, and the whole at the end.</summary>
/// <typeparam name="TSnapshot">The snapshots' type.</typeparam>
/// <typeparam name="T">The answer's type.</typeparam>
internal sealed class SnapshotStreamEnumerator<TSnapshot, T> : StreamEnumerator<TSnapshot>
    where TSnapshot : class
{
    private readonly SnapshotReading<TSnapshot, T> _reading;
    private readonly PartialJson _json;
    private TextStreamSession? _session;
    private int _shown;
    private bool _hasNew;
    private bool _fits = true;

    internal SnapshotStreamEnumerator(
        SnapshotStreamSource<TSnapshot, T> source,
        PromptRequest request,
        SnapshotReading<TSnapshot, T> reading,
        CancellationToken methodToken,
        CancellationToken enumerationToken)
        : base(source, request, methodToken, enumerationToken)
    {
        _reading = reading;
        _json = new PartialJson(() => SchemaShapes.Of(_session!.Context.SchemaOfAnswer));
    }

    protected override string Received => Encoding.UTF8.GetString(_json.Text.WrittenSpan);

    protected override bool TryTake()
    {
        if (!_hasNew || !_fits)
        {
            return false;
        }

        _hasNew = false;
        ReadOnlyMemory<byte> json = _json.Close(_reading.Snapshot);
        if (json.Length == _shown)
        {
            // All that arrived is still to be left out.
            return false;
        }

        _shown = json.Length;
        return TryRead(json.Span);
    }

    protected override void Accept(string text, TextStreamSession session)
    {
        _session = session;
        _json.Append(session.Utf8);
        _hasNew = true;
    }

    protected override void Restart()
    {
        _json.Reset();
        _shown = 0;
        _fits = true;
    }

    protected override bool TryTakeLast(TextStreamSession session)
    {
        AnswerFields fields = session.Fields;
        fields.Utf8 = _json.Text;
        ValueReader.Read(_reading.Whole, fields, session.Context, out T? value, out GeminiAnswerException? error);
        TSnapshot? last = null;
        error ??= ValueReader.ReadSnapshot(_reading.Snapshot, fields, session.Context, out last);
        if (error is not null)
        {
            throw error;
        }

        Current = last!;
        _reading.Complete(Current, value!);
        return true;
    }

    protected override void Release() => _json.Dispose();

    /// <summary>Reads a snapshot. Text that is no such object ends the snapshots; what is wrong with it is told of the whole, at the end.</summary>
    private bool TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            Current = JsonSerializer.Deserialize(json, _reading.Snapshot)!;
            return true;
        }
        catch (JsonException)
        {
            _fits = false;
            return false;
        }
        catch (Exception exception) when (AnswerFault.IsOfAnswer(exception))
        {
            // The user's own code refuses what is not whole yet: with more of it there may be a snapshot.
            return false;
        }
    }
}
