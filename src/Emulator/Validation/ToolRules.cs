using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>Names and number of the functions a model may call (wire format, section 6).</summary>
internal static partial class ToolRules
{
    private const int MaxDeclarations = 512;

    private static readonly string[] BuiltIn = ["googleSearch", "urlContext", "codeExecution", "googleMaps", "fileSearch"];

    public static void Check(GenerateRequest request, EmulatedModel model, List<FieldViolation> violations)
    {
        CheckDeclarations(request.Body, violations);
        JsonElement[] tools = [.. request.Body.ItemsField("tools")];
        foreach (string refused in model.RefusedTools.Where(name => tools.Any(tool => tool.Field(name) is not null)))
        {
            violations.Add(new FieldViolation("tools", $"* tools: {refused} is not supported by this model."));
        }

        bool hasFunctions = tools.Any(tool => tool.ItemsField("functionDeclarations").Any());
        bool hasBuiltIn = tools.Any(tool => BuiltIn.Any(name => tool.Field(name) is not null));
        if (model.RefusesToolCombination && (hasFunctions || hasBuiltIn) && request.WantsJson)
        {
            violations.Add(new FieldViolation("generation_config", $"{(hasFunctions ? "Function calling" : "Tool use")} with a response mime type: 'application/json' is unsupported"));
        }
        else if (model.RefusesToolCombination && hasFunctions && hasBuiltIn)
        {
            violations.Add(new FieldViolation("tools", "Tool use with function calling is unsupported"));
        }
    }

    private static void CheckDeclarations(JsonElement body, List<FieldViolation> violations)
    {
        int tool = 0;
        foreach (JsonElement entry in body.ItemsField("tools"))
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"tools[{tool++}].function_declarations");
            JsonElement[] declarations = [.. entry.ItemsField("functionDeclarations")];
            if (declarations.Length > MaxDeclarations)
            {
                violations.Add(new FieldViolation(path, string.Create(CultureInfo.InvariantCulture,
                    $"* {path}: at most {MaxDeclarations} function declarations are allowed; {declarations.Length} are given.")));
            }

            for (int index = 0; index < declarations.Length; index++)
            {
                CheckName(declarations[index], string.Create(CultureInfo.InvariantCulture, $"{path}[{index}].name"), violations);
            }
        }
    }

    private static void CheckName(JsonElement declaration, string path, List<FieldViolation> violations)
    {
        if (!NamePattern().IsMatch(declaration.TextField("name") ?? ""))
        {
            violations.Add(new FieldViolation(path,
                $"* {path}: Invalid function name. It must start with a letter or an underscore and hold only letters, digits, underscores, dots, colons and dashes, at most 64 characters in all."));
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.:\-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
