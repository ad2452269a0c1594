using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Validation;

/// <summary>Names and number of the functions a model may call (wire format, section 6).</summary>
internal static partial class ToolRules
{
    private const int MaxDeclarations = 512;

    public static void Check(JsonElement body, List<FieldViolation> violations)
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
