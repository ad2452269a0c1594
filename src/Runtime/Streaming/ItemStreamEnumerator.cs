using System.Text;
using System.Text.Json.Serialization.Metadata;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Enumerates the elements of an answer that is a JSON array, each as soon as it is complete.</summary>
/// <typeparam name="T">The element's type.</typeparam>
internal sealed class ItemStreamEnumerator<T> : StreamEnumerator<T>
{
    private readonly JsonTypeInfo<T> _typeInfo;
    private readonly ItemSplitter _items;
    private TextStreamSession? _session;

    internal ItemStreamEnumerator(
        ItemStreamSource<T> source, PromptRequest request, JsonTypeInfo<T> typeInfo, CancellationToken methodToken, CancellationToken enumerationToken)
        : base(source, request, methodToken, enumerationToken)
    {
        _typeInfo = typeInfo;
        _items = new ItemSplitter(() => SchemaShapes.OfItems(_session!.Context.SchemaOfAnswer));
    }

    protected override string Received => Encoding.UTF8.GetString(_items.Rest);

    protected override bool TryTake()
    {
        if (_items.TryNext(out ReadOnlySpan<byte> element))
        {
            Read(element, _session!);
            return true;
        }

        return _items.IsBroken ? throw Malformed(_session!, "are no JSON array") : false;
    }

    protected override void Accept(string text, TextStreamSession session)
    {
        _session = session;
        _items.Append(session.Utf8);
    }

    protected override void Restart() => _items.Reset();

    protected override bool TryTakeLast(TextStreamSession session)
        => _items.IsClosed ? false : throw Malformed(session, _items.IsOpen ? "stop before the array's end" : "hold no JSON array");

    protected override void Release() => _items.Dispose();

    private void Read(ReadOnlySpan<byte> element, TextStreamSession session)
    {
        int index = _items.Count - 1;
        if (ValueReader.ReadItem(_typeInfo, element, index, session.Fields, session.Context, out T? item) is null)
        {
            Current = item!;
            return;
        }

        // The exception tells the counts as well, which are read when they are asked for: once more, with them.
        session.ReadCounts();
        throw ValueReader.ReadItem(_typeInfo, element, index, session.Fields, session.Context, out _)!;
    }

    // The items before are with the caller already, so their text is not repeated.
    private GeminiMalformedAnswerException Malformed(TextStreamSession session, string fault)
    {
        session.ReadCounts();
        string path = ValuePathException.Element(_items.Count);
        return ValueReader.Malformed(
            $"{session.Context.Method.Method}: {session.Context.Method.Model} should have answered with a JSON array, and its words {fault}, from ${path} on. Another call may get a better answer.",
            "$" + path,
            "",
            session.Fields,
            null);
    }
}
