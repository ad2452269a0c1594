using System.Globalization;

namespace GeminiGen.Emulator.Quotas;

/// <summary>Reads figures as a command line gives them: <c>rpm=5,tpm=250000,rpd=20</c>.</summary>
internal static class QuotaText
{
    /// <param name="figures">The figures.</param>
    /// <param name="whole">What they stand in, for errors.</param>
    public static ModelQuota Read(string figures, string whole)
    {
        var quota = new ModelQuota();
        foreach (string figure in figures.Split(','))
        {
            string[] sides = figure.Split('=');
            if (sides is not [var name, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                throw Refusal(whole, figure);
            }

            quota = name switch
            {
                "rpm" => quota with { RequestsPerMinute = value },
                "tpm" => quota with { InputTokensPerMinute = value },
                "rpd" => quota with { RequestsPerDay = value },
                _ => throw Refusal(whole, figure),
            };
        }

        return quota;
    }

    private static FormatException Refusal(string whole, string figure) => new(
        $"The quota '{whole}' is not understood at '{figure}': write '{QuotaOptions.FreeTierName}', or figures such as 'rpm=5,tpm=250000,rpd=20', with a model and a colon before them where they are one model's.");
}
