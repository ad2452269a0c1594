using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Cloud;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>What the API refuses in a well-formed request: contents, roles, settings out of range, settings the model does not take.</summary>
internal static class RequestRules
{
    public static void ThrowIfRefused(GenerateRequest request, EmulatedModel model, int inputTokens)
    {
        var violations = new List<FieldViolation>();
        CheckModel(request.Sent, "model", model.Id, isRequired: false, violations);
        CheckContents(request.Sent, violations);
        CloudRules.Check(request, violations);
        CheckSystemInstruction(request.Body, violations);
        CheckLastTurn(request, model, violations);
        CheckSafetySettings(request.Body, violations);
        ToolRules.Check(request, model, violations);
        FunctionTurnRules.Check(request.Body, model, violations);
        ConfigRules.Check(request, model, inputTokens, violations);
        ThinkingRules.Check(request.Thinking, model, violations);
        SchemaRules.Check(request, model, violations);
        if (model.InputTokenLimit is { } limit && inputTokens > limit)
        {
            violations.Add(new FieldViolation("contents", string.Create(CultureInfo.InvariantCulture,
                $"The input token count ({inputTokens}) exceeds the maximum number of tokens allowed ({limit}).")));
        }

        if (violations.Count > 0)
        {
            throw new ApiErrorException(ApiErrors.Invalid(violations));
        }
    }

    /// <summary>A body may name the model it is for, in full or by its id, and then names that of the path.</summary>
    public static void CheckModel(JsonElement body, string path, string id, bool isRequired, List<FieldViolation> violations)
    {
        string? named = body.TextField("model");
        if (named is not { Length: > 0 } ? isRequired : LastName(named) != LastName(id))
        {
            violations.Add(new FieldViolation(path, $"* {path}: must be models/{LastName(id)}, the model of the path."));
        }
    }

    private static string LastName(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The rules that countTokens shares with generateContent.</summary>
    public static void CheckContents(JsonElement body, List<FieldViolation> violations)
    {
        int turn = 0;
        foreach (JsonElement content in body.ItemsField("contents"))
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"contents[{turn++}]");
            if (content.TextField("role") is { Length: > 0 } role && role is not ("user" or "model"))
            {
                violations.Add(new FieldViolation(path + ".role", $"* {path}.role: \"{role}\" is not a valid role; valid roles are user and model."));
            }

            CheckParts(content, path, violations);
        }

        if (turn == 0)
        {
            violations.Add(new FieldViolation("contents", "* contents: contents is not specified."));
        }
    }

    private static void CheckParts(JsonElement content, string path, List<FieldViolation> violations)
    {
        int index = 0;
        foreach (JsonElement part in content.ItemsField("parts"))
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{path}.parts[{index++}]");
            int data = WireMessages.PartData.Count(name => part.Field(name) is not null);
            if (data != 1)
            {
                string found = data == 0 ? "none is set" : "more than one is set";
                violations.Add(new FieldViolation(at + ".data", $"* {at}.data: exactly one data field is required; {found}."));
            }
        }

        if (index == 0)
        {
            violations.Add(new FieldViolation(path + ".parts", $"* {path}.parts: parts must not be empty."));
        }
    }

    private static void CheckSystemInstruction(JsonElement body, List<FieldViolation> violations)
    {
        if (body.Field("systemInstruction") is { } system && system.ItemsField("parts").Any(part => part.TextField("text") is null))
        {
            violations.Add(new FieldViolation("system_instruction.parts", "* system_instruction.parts: only text parts are supported here."));
        }
    }

    private static void CheckLastTurn(GenerateRequest request, EmulatedModel model, List<FieldViolation> violations)
    {
        if (model.IgnoresSampling && request.Turns is [.., { Role: "model" }])
        {
            violations.Add(new FieldViolation("contents", "* contents: this model does not continue a turn of its own; the last turn must have the role user."));
        }
    }

    private static void CheckSafetySettings(JsonElement body, List<FieldViolation> violations)
    {
        var categories = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement setting in body.ItemsField("safetySettings"))
        {
            if (setting.TextField("category") is not { } category)
            {
                violations.Add(new FieldViolation("safety_settings", "* safety_settings: a setting needs a category."));
            }
            else if (!categories.Add(category))
            {
                violations.Add(new FieldViolation("safety_settings", $"* safety_settings: {category} is set more than once."));
            }
        }
    }
}
