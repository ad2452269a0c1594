using System.Text.Json;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers;

/// <summary>Calls of functions, as parts of the model's turn.</summary>
internal static class FunctionCallPart
{
    public static AnswerPart Create(string? id, string name, string arguments)
    {
        var fields = new Dictionary<string, object> { ["name"] = name, ["args"] = JsonSerializer.Deserialize<JsonElement>(arguments) };
        if (id is not null)
        {
            fields["id"] = id;
        }

        return new AnswerPart("") { Data = ("functionCall", JsonSerializer.Serialize(fields)) };
    }

    /// <summary>What the signature of a call vouches for: name and arguments, however they are spelled. Not the id: some clients leave ids out, of calls and of results.</summary>
    public static string SignedContent(JsonElement call) => string.Join('\n',
        call.TextField("name"), call.Field("args") is { } arguments ? JsonSerializer.Serialize(arguments) : "{}");
}
