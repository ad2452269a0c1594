using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Decides a yes or no: a labelled value, otherwise whether the input speaks of it at all.</summary>
internal static class FlagValues
{
    private static readonly string[] Yes = ["yes", "true", "ja", "oui", "sí", "1", "on"];

    private static readonly string[] No = ["no", "false", "nein", "non", "0", "off"];

    public static Finding Choose(FieldName field, InputDocument input)
    {
        foreach ((string name, string value) in input.Labels)
        {
            bool isYes = Yes.Contains(value, StringComparer.OrdinalIgnoreCase);
            if ((isYes || No.Contains(value, StringComparer.OrdinalIgnoreCase)) && name.ContentWords().Any(field.Words.Contains))
            {
                return Finding.Found(JsonValue.Create(isYes));
            }
        }

        bool mentioned = field.Words.Count > 0 && field.Words.IsSubsetOf(input.Prose.ContentWords());
        return new Finding(JsonValue.Create(mentioned), mentioned);
    }
}
