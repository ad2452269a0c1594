using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GeminiGen.Benchmarks.Floor;

/// <summary>
/// The reference: what a careful engineer writes by hand for exactly these calls and nothing else. One shared client, names encoded
/// in advance, a pooled request body, the head read first, the answer in a pooled array and read straight to the one field. No retry.
/// </summary>
internal sealed class FloorClient(HttpClient http, Uri baseAddress, string apiKey)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Uri _text = new(baseAddress, $"v1beta/models/{Server.CannedServer.TextModel}:generateContent");
    private readonly Uri _stream = new(baseAddress, $"v1beta/models/{Server.CannedServer.TextModel}:streamGenerateContent?alt=sse");
    private readonly Uri _unevenStream = new(baseAddress, $"v1beta/models/{Server.CannedServer.UnevenModel}:streamGenerateContent?alt=sse");
    private readonly Uri _card = new(baseAddress, $"v1beta/models/{Server.CannedServer.CardModel}:generateContent");
    private readonly Uri _silent = new(baseAddress, $"v1beta/models/{Server.CannedServer.SilentModel}:generateContent");

    /// <summary>The text call.</summary>
    internal Task<string> SummarizeAsync(string document, int sentences, CancellationToken cancellationToken) =>
        GenerateTextAsync(_text, document, sentences, cancellationToken);

    /// <summary>The text call against the model that never answers.</summary>
    internal Task<string> NeverAsync(string document, CancellationToken cancellationToken) =>
        GenerateTextAsync(_silent, document, 1, cancellationToken);

    /// <summary>The text call after a history of texts, the user's and the model's in turn, which gets the two new ones.</summary>
    internal async Task<string> ChatAsync(List<string> history, string document, int sentences, CancellationToken cancellationToken)
    {
        string answer = await GenerateTextAsync(_text, document, sentences, cancellationToken, history).ConfigureAwait(false);
        history.Add($"Summarise in {sentences} sentences:\n{document}");
        history.Add(answer);
        return answer;
    }

    private async Task<string> GenerateTextAsync(Uri uri, string document, int sentences, CancellationToken cancellationToken, List<string>? history = null)
    {
        using var buffer = new PooledBuffer(512);
        WriteTextRequest(buffer, document, sentences, history);
        using HttpRequestMessage request = NewRequest(uri, buffer);
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        byte[] body = ArrayPool<byte>.Shared.Rent((int)(response.Content.Headers.ContentLength ?? 4096));
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int length = 0;
            int read;
            while ((read = await stream.ReadAsync(body.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length == body.Length)
                {
                    body = Grow(body);
                }
            }

            return ReadText(body.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    /// <summary>The typed call: the floor, then source-generated <c>System.Text.Json</c> over the unescaped answer.</summary>
    internal async Task<DocumentCard> DescribeAsync(string document, CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer(512);
        WriteCardRequest(buffer, document);
        using HttpRequestMessage request = NewRequest(_card, buffer);
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        byte[] body = ArrayPool<byte>.Shared.Rent((int)(response.Content.Headers.ContentLength ?? 4096));
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int length = 0;
            int read;
            while ((read = await stream.ReadAsync(body.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length == body.Length)
                {
                    body = Grow(body);
                }
            }

            return ReadCard(body.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    /// <summary>The stream.</summary>
    internal IAsyncEnumerable<string> AskAsync(string document, int sentences, CancellationToken cancellationToken) =>
        StreamAsync(_stream, document, sentences, cancellationToken);

    /// <summary>The stream whose events are of changing shape.</summary>
    internal IAsyncEnumerable<string> AskUnevenAsync(string document, int sentences, CancellationToken cancellationToken) =>
        StreamAsync(_unevenStream, document, sentences, cancellationToken);

    /// <summary><see cref="SseParser"/> with a parser of each event that goes straight to the text.</summary>
    private async IAsyncEnumerable<string> StreamAsync(Uri uri, string document, int sentences, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer(512);
        WriteTextRequest(buffer, document, sentences);
        using HttpRequestMessage request = NewRequest(uri, buffer);
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        SseParser<string> parser = SseParser.Create(stream, static (_, data) => ReadText(data));
        await foreach (SseItem<string> item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item.Data;
        }
    }

    private HttpRequestMessage NewRequest(Uri uri, PooledBuffer buffer)
    {
        var content = new ByteArrayContent(buffer.Array, 0, buffer.Length);
        content.Headers.ContentType = Json;
        var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
        request.Headers.TryAddWithoutValidation("x-goog-api-key", apiKey);
        return request;
    }

    private static void WriteTextRequest(PooledBuffer buffer, string document, int sentences, List<string>? history = null)
    {
        using var writer = new Utf8JsonWriter(buffer, FloorNames.WriterOptions);
        writer.WriteStartObject();
        WriteInstruction(writer);
        writer.WriteStartArray(FloorNames.Contents);
        for (int i = 0; i < history?.Count; i++)
        {
            WriteTurn(writer, i % 2 == 0 ? FloorNames.User : FloorNames.Model, history[i]);
        }

        writer.WriteStartObject();
        writer.WriteString(FloorNames.Role, FloorNames.User);
        writer.WriteStartArray(FloorNames.Parts);
        writer.WriteStartObject();
        writer.WritePropertyName(FloorNames.Text);
        Span<char> number = stackalloc char[11];
        sentences.TryFormat(number, out int digits, provider: CultureInfo.InvariantCulture);
        writer.WriteStringValueSegment("Summarise in ", isFinalSegment: false);
        writer.WriteStringValueSegment(number[..digits], isFinalSegment: false);
        writer.WriteStringValueSegment(" sentences:\n", isFinalSegment: false);
        writer.WriteStringValueSegment(document, isFinalSegment: true);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject(FloorNames.GenerationConfig);
        writer.WriteNumber(FloorNames.MaxOutputTokens, 4000);
        writer.WriteNumber(FloorNames.Temperature, 0.2);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void WriteCardRequest(PooledBuffer buffer, string document)
    {
        using var writer = new Utf8JsonWriter(buffer, FloorNames.WriterOptions);
        writer.WriteStartObject();
        WriteInstruction(writer);
        WriteContents(writer, document);
        writer.WriteStartObject(FloorNames.GenerationConfig);
        writer.WriteNumber(FloorNames.MaxOutputTokens, 4000);
        writer.WriteString(FloorNames.ResponseMimeType, FloorNames.ApplicationJson);
        writer.WritePropertyName(FloorNames.ResponseJsonSchema);
        writer.WriteRawValue(DocumentCardSchema.Json, skipInputValidation: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void WriteInstruction(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(FloorNames.SystemInstruction);
        writer.WriteStartArray(FloorNames.Parts);
        writer.WriteStartObject();
        writer.WriteString(FloorNames.Text, FloorNames.Instruction);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteContents(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartArray(FloorNames.Contents);
        WriteTurn(writer, FloorNames.User, text);
        writer.WriteEndArray();
    }

    private static void WriteTurn(Utf8JsonWriter writer, JsonEncodedText role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(FloorNames.Role, role);
        writer.WriteStartArray(FloorNames.Parts);
        writer.WriteStartObject();
        writer.WriteString(FloorNames.Text, text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string ReadText(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        MoveToText(ref reader);
        return reader.GetString()!;
    }

    private static DocumentCard ReadCard(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        MoveToText(ref reader);
        byte[] json = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            int length = reader.CopyString(json);
            return JsonSerializer.Deserialize(json.AsSpan(0, length), DocumentCardContext.Default.DocumentCard)!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }

    private static void MoveToText(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                return;
            }
        }

        throw new JsonException("The answer holds no text.");
    }

    private static byte[] Grow(byte[] full)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
