using System.Text;

namespace GeminiGen;

/// <summary>Tells the model what is wrong with its answer.</summary>
internal static class RepairText
{
    private const string Ending = "Answer again with the whole corrected JSON and nothing else: no code fence, no explanation.";

    internal static string Write(GeminiAnswerException error)
    {
        if (error is not GeminiInvalidAnswerException invalid)
        {
            string path = error is GeminiMalformedAnswerException malformed ? malformed.JsonPath : "$";
            return $"Your answer should be JSON, and it cannot be read as JSON from {path} on. {Ending}";
        }

        StringBuilder text = new("Your answer does not fit the schema:\n");
        foreach (PromptViolation violation in invalid.Violations)
        {
            text.Append("- ").Append(violation);
            text.Append(violation.Value is { } value ? $"; it is {value}\n" : "\n");
        }

        return text.Append(Ending).ToString();
    }
}
