namespace GeminiGen.EndToEnd.Tests;

/// <summary>Documents to send.</summary>
internal static class Documents
{
    public const string Clock = """
        # The harbour clock

        Published: 3 May 2026
        Name: Ada Byron

        The harbour clock of Westport was restored this spring after forty years of silence. Engineers rebuilt the clock
        from the original drawings. It cost 125,000 euros and took 18 months.

        ## Reactions

        Residents love the sound of the clock. The hotels recommend a visit.
        """;
}
