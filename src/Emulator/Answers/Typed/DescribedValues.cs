using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Strings whose form the schema tells in words, where the API's dialects have no format for it.</summary>
internal static class DescribedValues
{
    /// <summary>The value for a description, or null when it names no form.</summary>
    public static (string Text, bool FromInput)? Choose(string description, FieldName field, InputDocument input)
    {
        if (Says("UUID"))
        {
            return FormattedValues.Choose("uuid", field, input);
        }

        if (Says("URI"))
        {
            return FormattedValues.Choose("uri", field, input);
        }

        if (Says("yyyy-MM-dd"))
        {
            return FormattedValues.Choose("date", field, input);
        }

        // Before the time of day, whose pattern is part of the duration's only in capitals.
        if (Says("d.hh:mm:ss"))
        {
            return ("0.00:00:00", false);
        }

        if (Says("HH:mm:ss"))
        {
            return FormattedValues.Choose("time", field, input) is var (time, known) ? (time.TrimEnd('Z'), known) : null;
        }

        return Says("one character") ? (input.IsEmpty ? "?" : input.Title[..1], !input.IsEmpty) : null;

        bool Says(string form) => description.Contains(form, StringComparison.Ordinal);
    }
}
