using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>Calls of functions in the history: each has its result in the next turn, and its signature where the model signs.</summary>
internal static class FunctionTurnRules
{
    public static void Check(JsonElement body, EmulatedModel model, List<FieldViolation> violations)
    {
        JsonElement[] contents = [.. body.ItemsField("contents")];
        int current = Array.FindLastIndex(contents, content => content.TextField("role") != "model" && Fields(content, "functionResponse").Length == 0);
        JsonElement[] open = [];
        for (int turn = 0; turn < contents.Length; turn++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"contents[{turn}]");
            CheckResults(open, Fields(contents[turn], "functionResponse"), path, violations);

            // What was said before the user's last words is not asked for signatures: it may come from a model that gives none.
            CheckSignatures(contents[turn], path, model.SignsCalls && turn > current, violations);
            open = contents[turn].TextField("role") == "model" ? Fields(contents[turn], "functionCall") : [];
        }
    }

    private static void CheckResults(JsonElement[] calls, JsonElement[] results, string path, List<FieldViolation> violations)
    {
        if (calls.Length != results.Length)
        {
            Add(violations, path, results.Length > 0 && calls.Length == 0
                ? "a function response must come right after the turn with its function call."
                : string.Create(CultureInfo.InvariantCulture,
                    $"the number of function response parts ({results.Length}) must equal the number of function call parts ({calls.Length}) of the turn before."));
            return;
        }

        List<JsonElement> open = [.. calls];
        foreach (JsonElement result in results)
        {
            string? id = result.TextField("id");
            string? name = result.TextField("name");
            int found = open.FindIndex(call => call.TextField("id") == id && call.TextField("name") == name);
            if (found < 0)
            {
                Add(violations, path, $"the function response \"{name}\" (id \"{id}\") matches no function call of the turn before by id and name.");
                return;
            }

            open.RemoveAt(found);
        }
    }

    private static void CheckSignatures(JsonElement content, string path, bool required, List<FieldViolation> violations)
    {
        bool isFirstCall = true;
        foreach (JsonElement part in content.ItemsField("parts"))
        {
            JsonElement? call = part.Field("functionCall");
            string? signature = part.TextField("thoughtSignature");
            if (signature is not null && !ThoughtSignature.IsValid(signature, call is { } signed ? FunctionCallPart.SignedContent(signed) : ""))
            {
                Add(violations, path, "Thought signature is not valid: it must come back unchanged, on the part it came with.");
            }
            else if (signature is null && call is { } unsigned && isFirstCall && required)
            {
                Add(violations, path, $"Function call is missing a thought_signature in functionCall parts: {unsigned.TextField("name")}.");
            }

            isFirstCall &= call is null;
        }
    }

    private static JsonElement[] Fields(JsonElement content, string name) =>
        [.. content.ItemsField("parts").Select(part => part.Field(name)).OfType<JsonElement>()];

    private static void Add(List<FieldViolation> violations, string path, string text) =>
        violations.Add(new FieldViolation(path + ".parts", $"* {path}.parts: {text}"));
}
