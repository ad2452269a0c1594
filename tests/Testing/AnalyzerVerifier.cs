using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.TestHarness;

/// <summary>
/// Runs an analyzer over source with markup: <c>{|GG1001:text|}</c> stands for a finding of exactly that place. A finding without markup, a markup without finding and a
/// compiler error all fail and print themselves; so does a finding that a <c>#pragma</c> does not silence.
/// </summary>
public static class AnalyzerVerifier
{
    /// <summary>Checks that the analyzer reports what the markup says, and nothing else.</summary>
    /// <typeparam name="TAnalyzer">The analyzer.</typeparam>
    /// <param name="markup">The source, findings in markup.</param>
    /// <param name="options">The project.</param>
    /// <param name="expected">Findings with their messages, for places marked <c>{|#0:…|}</c>.</param>
    public static Task VerifyAsync<TAnalyzer>(string markup, TestProjectOptions? options = null, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = markup };
        MarkupProject.Apply(test, test.TestState, options ?? new TestProjectOptions(), new TAnalyzer());
        test.ExpectedDiagnostics.AddRange(expected);
        test.DiagnosticVerifier = (diagnostic, _, _) => options?.Inspect?.Invoke(diagnostic);
        return test.RunAsync();
    }
}
