using System.Text.Json;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Endpoints;

/// <summary><c>:generateContent</c> and <c>:streamGenerateContent</c>.</summary>
internal class GenerateEndpoint(AnswerService answers, Credentials credentials, GeminiEmulatorOptions options)
{
    public async Task AnswerAsync(Exchange exchange)
    {
        (ModelAnswer answer, EmulatorFault fault) = await answers.AnswerAsync(Read(exchange, streams: false), exchange.Token).ConfigureAwait(false);
        exchange.Response.ContentType = "application/json; charset=UTF-8";
        exchange.Response.Headers["x-gemini-service-tier"] = answer.ServiceTier;
        byte[] body = fault.Distort(1, ResponseWriter.Write(answer, new AnswerChunk(answer.Parts, IsLast: true, answer.Usage)));
        exchange.Response.ContentLength = body.Length;
        await exchange.Response.Body.WriteAsync(body, exchange.Token).ConfigureAwait(false);
    }

    public async Task StreamAsync(Exchange exchange)
    {
        (ModelAnswer answer, EmulatorFault fault) = await answers.AnswerAsync(Read(exchange, streams: true), exchange.Token).ConfigureAwait(false);
        exchange.Response.Headers["x-gemini-service-tier"] = answer.ServiceTier;
        var stream = new ChunkStream(exchange, options, Exchange.WantsEvents(exchange.Request) ? StreamFraming.Events : StreamFraming.Array);
        StreamItem[] items = [.. AnswerChunks.Split(answer).Select(chunk => new StreamItem(ResponseWriter.Write(answer, chunk)))];
        await stream.SendAsync(items, fault).ConfigureAwait(false);
    }

    /// <summary>The body, checked, and the caller too. This API looks at the body before it looks at the key.</summary>
    protected virtual JsonElement ReadBody(Exchange exchange)
    {
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), WireMessages.GenerateContentRequest);
        credentials.ThrowIfRefused(exchange);
        return body;
    }

    private AnswerCall Read(Exchange exchange, bool streams) => new(exchange.Model, ReadBody(exchange), streams) { Exchange = exchange };
}
