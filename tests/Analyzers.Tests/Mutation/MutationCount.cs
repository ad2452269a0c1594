namespace GeminiGen.Analyzers.Tests.Mutation;

/// <summary>How many broken sources each test of them makes: few in every build, as many as <c>GEMINIGEN_MUTATIONS</c> says where one waits for them.</summary>
internal static class MutationCount
{
    private const string Variable = "GEMINIGEN_MUTATIONS";

    /// <summary>The number.</summary>
    /// <param name="usual">What it is without the variable.</param>
    public static int Or(int usual) => int.TryParse(Environment.GetEnvironmentVariable(Variable), out int count) ? count : usual;
}
