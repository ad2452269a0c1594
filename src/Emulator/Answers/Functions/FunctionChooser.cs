using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Answers.Text;
using GeminiGen.Emulator.Answers.Typed;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers.Functions;

/// <summary>
/// Decides which functions the model calls: those whose names stand in what the user said last, and where a call is demanded the one that fits best. The
/// arguments are valid for the function's schema and drawn from the same words, but for the names.
/// </summary>
internal static class FunctionChooser
{
    private static readonly JsonElement NoParameters = JsonSerializer.SerializeToElement(new { });

    /// <summary>The calls; empty where the model answers in text.</summary>
    public static IReadOnlyList<EmulatedCall> Choose(GenerateRequest request)
    {
        JsonElement config = request.Body.Field("toolConfig")?.Field("functionCallingConfig") ?? NoParameters;
        string mode = config.TextField("mode") ?? "AUTO";
        string?[] allowed = [.. config.ItemsField("allowedFunctionNames").Select(name => name.GetString())];
        JsonElement[] functions =
        [
            .. request.Body.ItemsField("tools").SelectMany(tool => tool.ItemsField("functionDeclarations"))
                .Where(function => allowed.Length == 0 || allowed.Contains(function.TextField("name"))),
        ];
        if (functions.Length == 0 || mode == "NONE" || (mode != "ANY" && request.Turns is [.., { Results.Count: > 0 }]))
        {
            return [];
        }

        string said = string.Join('\n', request.Turns.LastOrDefault(turn => turn.Role != "model" && turn.Texts.Count > 0)?.Texts ?? []);
        JsonElement[] named = [.. functions.Where(function => NameOf(function).IsMatch(said))];
        string meant = named.Aggregate(said, static (text, function) => NameOf(function).Replace(text, ""));
        return named.Length > 0 ? [.. named.Select(function => Call(function, meant, request))]
            : mode == "ANY" ? [Call(BestFor(said, functions), said, request)]
            : [];
    }

    private static Regex NameOf(JsonElement function) => new($@"(?<![\w.:\-]){Regex.Escape(function.TextField("name")!)}(?![\w:\-])", RegexOptions.CultureInvariant);

    /// <summary>The function whose name and description share most words with what was said; the first of several.</summary>
    private static JsonElement BestFor(string said, JsonElement[] functions)
    {
        HashSet<string> words = [.. said.ContentWords()];
        return functions.MaxBy(function => $"{function.TextField("name")!.SplitName()} {function.TextField("description")}".ContentWords().Distinct().Count(words.Contains));
    }

    private static EmulatedCall Call(JsonElement function, string said, GenerateRequest request)
    {
        string name = function.TextField("name")!;
        JsonElement parameters = function.Field("parameters") ?? function.Field("parametersJsonSchema") ?? NoParameters;
        SchemaNode schema = SchemaNode.Read(parameters);
        if (schema.Type != "object")
        {
            return new EmulatedCall(name);
        }

        PromptInput input = PromptReader.Read(request.SystemTexts, request.Turns);
        InputDocument document = input.Document.IsEmpty ? new InputDocument(said) : input.Document;
        Finding arguments = ValueComposer.Compose(schema, new FieldName(said, function.TextField("description") ?? ""), document, Level.Top());
        return new EmulatedCall(name, arguments.Value?.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "{}");
    }
}
