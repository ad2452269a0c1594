namespace GeminiGen.TestHarness;

/// <summary>
/// How many broken sources each test of them makes: few in every build, as many as <c>GEMINIGEN_MUTATIONS</c> says where one waits for them; and which, for <c>GEMINIGEN_MUTATION_SEED</c>
/// makes others.
/// </summary>
public static class MutationCount
{
    /// <summary>What is added to every seed.</summary>
    public static int FirstSeed => Read("GEMINIGEN_MUTATION_SEED", 0);

    /// <summary>The number.</summary>
    /// <param name="usual">What it is without the variable.</param>
    public static int Or(int usual) => Read("GEMINIGEN_MUTATIONS", usual);

    private static int Read(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), out int number) ? number : usual;
}
