using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>The tools of a request: which a model takes, which go together, and the functions among them (wire format, sections 3, 6 and 8).</summary>
internal static partial class ToolRules
{
    private const int MaxDeclarations = 512;

    private static readonly string[] BuiltIn = ["googleSearch", "urlContext", "codeExecution", "googleMaps", "fileSearch"];

    public static void Check(GenerateRequest request, EmulatedModel model, List<FieldViolation> violations)
    {
        JsonElement[] tools = [.. request.Body.ItemsField("tools")];
        CheckDeclarations(tools, violations);
        CheckChoice(request.Body, tools, violations);
        CheckBuiltIn(request, model, tools, violations);
    }

    private static void CheckBuiltIn(GenerateRequest request, EmulatedModel model, JsonElement[] tools, List<FieldViolation> violations)
    {
        foreach (string refused in model.RefusedTools.Where(name => tools.Any(tool => tool.Field(name) is not null)))
        {
            violations.Add(new FieldViolation("tools", $"* tools: {refused} is not supported by this model."));
        }

        // The models that knew it are gone.
        if (tools.Any(tool => tool.Field("googleSearchRetrieval") is not null))
        {
            violations.Add(new FieldViolation("tools", "Google Search Retrieval is not supported. Please use the google_search tool instead."));
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

    /// <summary>Who demands a call has to say of what; names are for those who demand one.</summary>
    private static void CheckChoice(JsonElement body, JsonElement[] tools, List<FieldViolation> violations)
    {
        if (body.Field("toolConfig")?.Field("functionCallingConfig") is not { } config)
        {
            return;
        }

        HashSet<string?> declared = [.. tools.SelectMany(tool => tool.ItemsField("functionDeclarations")).Select(function => function.TextField("name"))];
        string?[] allowed = [.. config.ItemsField("allowedFunctionNames").Select(name => name.GetString())];
        bool demands = config.TextField("mode") is "ANY" or "VALIDATED";
        const string Path = "tool_config.function_calling_config";
        if (demands && declared.Count == 0)
        {
            violations.Add(new FieldViolation(Path, "Function calling config is set without function_declarations."));
        }
        else if (allowed.Length > 0 && !demands)
        {
            violations.Add(new FieldViolation(Path, $"* {Path}.allowed_function_names: only allowed with the modes ANY and VALIDATED."));
        }
        else if (allowed.FirstOrDefault(name => !declared.Contains(name)) is { } unknown)
        {
            violations.Add(new FieldViolation(Path, $"* {Path}.allowed_function_names: \"{unknown}\" is not declared."));
        }
    }

    private static void CheckDeclarations(JsonElement[] tools, List<FieldViolation> violations)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int tool = 0; tool < tools.Length; tool++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"tools[{tool}].function_declarations");
            JsonElement[] declarations = [.. tools[tool].ItemsField("functionDeclarations")];
            if (declarations.Length > MaxDeclarations)
            {
                violations.Add(new FieldViolation(path, string.Create(CultureInfo.InvariantCulture,
                    $"* {path}: at most {MaxDeclarations} function declarations are allowed; {declarations.Length} are given.")));
            }

            for (int index = 0; index < declarations.Length; index++)
            {
                string at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
                CheckName(declarations[index], at + ".name", names, violations);
                CheckParameters(declarations[index], at, violations);
            }
        }
    }

    private static void CheckName(JsonElement declaration, string path, HashSet<string> names, List<FieldViolation> violations)
    {
        string name = declaration.TextField("name") ?? "";
        if (!NamePattern().IsMatch(name))
        {
            violations.Add(new FieldViolation(path,
                $"* {path}: Invalid function name. It must start with a letter or an underscore and hold only letters, digits, underscores, dots, colons and dashes, at most 64 characters in all."));
        }
        else if (!names.Add(name))
        {
            violations.Add(new FieldViolation(path, $"* {path}: Duplicate function declaration found: {name}"));
        }
    }

    private static void CheckParameters(JsonElement declaration, string path, List<FieldViolation> violations)
    {
        JsonElement? openApi = declaration.Field("parameters");
        JsonElement? jsonSchema = declaration.Field("parametersJsonSchema");
        if (openApi is not null && jsonSchema is not null)
        {
            violations.Add(new FieldViolation(path, $"* {path}: parameters and parameters_json_schema cannot be set together."));
        }
        else if (openApi is { } schema)
        {
            if (schema.TextField("type") is { } type and not "OBJECT")
            {
                violations.Add(new FieldViolation(path + ".parameters", $"* {path}.parameters: schema should be of type OBJECT, not {type}."));
            }

            SchemaRules.CheckWholeOpenApi(schema, path + ".parameters", violations);
        }
        else if (jsonSchema is { } other)
        {
            if (other.TextField("type") is { } type and not "object")
            {
                violations.Add(new FieldViolation(path + ".parameters_json_schema", $"* {path}.parameters_json_schema: schema should be of type object, not {type}."));
            }

            SchemaRules.CheckJsonSchema(other, path + ".parameters_json_schema", violations);
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.:\-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
