using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.OpenAI;

/// <summary><c>openai/chat/completions</c>: the same answers in OpenAI's words.</summary>
internal sealed class ChatEndpoint(ModelDirectory directory, AnswerService answers, Credentials credentials, GeminiEmulatorOptions options)
{
    public async Task AnswerAsync(Exchange exchange)
    {
        JsonElement chat = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), OpenAIMessages.ChatRequest);
        credentials.ThrowIfRefusedByOpenAI(exchange);
        ModelAddress address = Address(chat, exchange);
        bool streams = chat.FlagField("stream");
        JsonElement body = ChatTranslator.Translate(chat, directory.Find(address, "generateContent"));
        (ModelAnswer answer, EmulatorFault fault) = await answers.AnswerAsync(new AnswerCall(address, body, streams) { Exchange = exchange }, exchange.Token).ConfigureAwait(false);
        var reply = new ChatReply(answer, options.TimeProvider.GetUtcNow());
        if (!streams)
        {
            await JsonReply.WriteAsync(exchange, reply.Whole()).ConfigureAwait(false);
            return;
        }

        List<JsonObject> pieces = [.. AnswerChunks.Split(answer).Select(reply.Piece)];
        if (chat.Field("streamOptions")?.FlagField("includeUsage") == true)
        {
            pieces.Add(reply.UsagePiece());
        }

        // An error in the middle is the bare envelope, the only shape in which OpenAI's clients see one.
        var stream = new ChunkStream(exchange, options, StreamFraming.OpenAI);
        await stream.SendAsync([.. pieces.Select(ToItem)], fault).ConfigureAwait(false);
    }

    /// <summary>The model a body names; it stands in the path only in the Gemini API.</summary>
    public static ModelAddress Address(JsonElement body, Exchange exchange) => body.TextField("model") is { Length: > 0 } model
        ? new ModelAddress(ModelAddress.WithoutPrefix(model), exchange.Version)
        : throw new ApiErrorException(ApiErrors.Invalid("model", "* model: model is required."));

    private static StreamItem ToItem(JsonNode node) => new(Encoding.UTF8.GetBytes(node.ToJsonString()));
}
