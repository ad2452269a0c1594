using System.Text;
using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Reads what an answer rests on from its responses, one after the other. Such answers are few and take seconds, so it reads by document and leaves the
/// fast way of all others alone.
/// </summary>
internal sealed class GroundingReader
{
    private readonly List<GroundingSource> _sources = [];
    private readonly List<GroundingSupport> _supports = [];
    private readonly List<string> _queries = [];
    private readonly List<RetrievedUrl> _urls = [];
    private readonly List<ExecutedCode> _code = [];
    private readonly StringBuilder _text = new();
    private string? _entryPoint;
    private bool _hasRead;

    // Of the response at hand, which counts its sources and parts by itself.
    private readonly List<GroundingSource> _chunks = [];
    private readonly List<JsonElement> _segments = [];
    private readonly List<int> _partStarts = [];
    private bool _isOfAnswer;

    /// <summary>Reads a response that was read as an answer before, or the events of a stream, separated by commas.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="isOfAnswer">Whether the caller sees its text; if not, its sources count all the same.</param>
    internal void Read(string json, bool isOfAnswer)
    {
        using JsonDocument document = JsonDocument.Parse("[" + json + "]");
        _chunks.Clear();
        _segments.Clear();
        _partStarts.Clear();
        _isOfAnswer = isOfAnswer;
        ReadResponses(document.RootElement);
        foreach (GroundingSource source in _chunks)
        {
            if (!_hasRead || !_sources.Contains(source))
            {
                _sources.Add(source);
            }
        }

        GroundingSegments segments = new(_text.ToString(), [.. _partStarts]);
        foreach (JsonElement support in isOfAnswer ? _segments : [])
        {
            ReadSupport(support, segments);
        }

        _hasRead = true;
    }

    /// <summary>What has been read.</summary>
    internal PromptGrounding ToGrounding() => new()
    {
        Sources = _sources,
        Supports = _supports,
        SearchQueries = _queries,
        SearchEntryPoint = _entryPoint,
        Urls = _urls,
        Code = _code,
    };

    private void ReadResponses(JsonElement responses)
    {
        foreach (JsonElement response in Items(responses))
        {
            // A proxy that drops alt=sse gives an array of responses in place of one.
            if (response.ValueKind == JsonValueKind.Array)
            {
                ReadResponses(response);
            }
            else if (Items(Get(response, "candidates")).FirstOrDefault() is { ValueKind: JsonValueKind.Object } candidate)
            {
                ReadParts(candidate);
                ReadMetadata(Get(candidate, "groundingMetadata"));
                ReadUrls(Get(candidate, "urlContextMetadata"));
            }
        }
    }

    private void ReadParts(JsonElement candidate)
    {
        foreach (JsonElement part in Items(Get(Get(candidate, "content"), "parts")))
        {
            _partStarts.Add(_text.Length);
            if (GetText(part, "text") is { } text && Get(part, "thought").ValueKind != JsonValueKind.True)
            {
                _text.Append(_isOfAnswer ? text : "");
            }
            else if (Get(part, "executableCode") is { ValueKind: JsonValueKind.Object } code)
            {
                _code.Add(new ExecutedCode(GetText(code, "language") ?? "", GetText(code, "code") ?? "", null, null));
            }
            else if (Get(part, "codeExecutionResult") is { ValueKind: JsonValueKind.Object } result && _code.Count > 0)
            {
                _code[^1] = _code[^1] with { Outcome = GetText(result, "outcome"), Output = GetText(result, "output") };
            }
        }
    }

    private void ReadMetadata(JsonElement metadata)
    {
        // A stream that repeats them repeats them as a whole.
        if (Get(metadata, "groundingChunks").ValueKind == JsonValueKind.Array)
        {
            _chunks.Clear();
            _segments.Clear();
        }

        foreach (JsonElement chunk in Items(Get(metadata, "groundingChunks")))
        {
            JsonElement source = chunk.ValueKind == JsonValueKind.Object ? chunk.EnumerateObject().FirstOrDefault().Value : default;
            _chunks.Add(new GroundingSource(GetText(source, "title"), GetUri(source, "uri")));
        }

        foreach (JsonElement query in Items(Get(metadata, "webSearchQueries")))
        {
            if (query.ValueKind == JsonValueKind.String && !_queries.Contains(query.GetString()!))
            {
                _queries.Add(query.GetString()!);
            }
        }

        _segments.AddRange(Items(Get(metadata, "groundingSupports")));
        _entryPoint = GetText(Get(metadata, "searchEntryPoint"), "renderedContent") ?? _entryPoint;
    }

    private void ReadUrls(JsonElement metadata)
    {
        foreach (JsonElement url in Items(Get(metadata, "urlMetadata")))
        {
            _urls.Add(new RetrievedUrl(GetUri(url, "retrievedUrl"), GetText(url, "urlRetrievalStatus") ?? ""));
        }
    }

    private void ReadSupport(JsonElement support, GroundingSegments segments)
    {
        JsonElement segment = Get(support, "segment");
        Range range = segments.Find(GetNumber(segment, "partIndex"), GetNumber(segment, "startIndex"), GetNumber(segment, "endIndex"), GetText(segment, "text"));
        List<GroundingSource> sources = [];
        foreach (JsonElement index in Items(Get(support, "groundingChunkIndices")))
        {
            if (index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out int at) && at >= 0 && at < _chunks.Count)
            {
                sources.Add(_chunks[at]);
            }
        }

        _supports.Add(new GroundingSupport(range, segments.Text[range], sources));
    }

    private static JsonElement Get(JsonElement owner, string name)
        => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) ? value : default;

    private static JsonElement.ArrayEnumerator Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? GetText(JsonElement owner, string name) => Get(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static int GetNumber(JsonElement owner, string name) => Get(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int value) ? value : 0;

    private static Uri? GetUri(JsonElement owner, string name) => Uri.TryCreate(GetText(owner, name), UriKind.Absolute, out Uri? uri) ? uri : null;
}
