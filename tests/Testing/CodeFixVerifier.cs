using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.TestHarness;

/// <summary>
/// Runs an analyzer and its fixer. One run applies the fix finding by finding, and to all at once in document, project and solution; every way must end in the same text,
/// which must compile.
/// </summary>
public static class CodeFixVerifier
{
    /// <summary>Checks that the fix turns one text into another.</summary>
    /// <typeparam name="TAnalyzer">The analyzer.</typeparam>
    /// <typeparam name="TFixer">The fixer.</typeparam>
    /// <param name="markup">The source, findings in markup.</param>
    /// <param name="repaired">The source after the fix. Findings that stay are in markup.</param>
    /// <param name="equivalenceKey">Which fix to apply when several are offered; null for the first.</param>
    /// <param name="options">The project.</param>
    /// <param name="iterations">How many fixes it takes finding by finding, where one repairs several; null for one each.</param>
    public static Task VerifyAsync<TAnalyzer, TFixer>(string markup, string repaired, string? equivalenceKey = null, TestProjectOptions? options = null, int? iterations = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        CSharpCodeFixTest<TAnalyzer, TFixer, DefaultVerifier> test = Create<TAnalyzer, TFixer>(markup, repaired, options);
        test.CodeActionEquivalenceKey = equivalenceKey;
        test.NumberOfIncrementalIterations = iterations;
        return test.RunAsync();
    }

    /// <summary>Checks that no fix is offered for the findings of a text.</summary>
    /// <typeparam name="TAnalyzer">The analyzer.</typeparam>
    /// <typeparam name="TFixer">The fixer.</typeparam>
    /// <param name="markup">The source, findings in markup.</param>
    /// <param name="options">The project.</param>
    public static Task VerifyNotOfferedAsync<TAnalyzer, TFixer>(string markup, TestProjectOptions? options = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        CSharpCodeFixTest<TAnalyzer, TFixer, DefaultVerifier> test = Create<TAnalyzer, TFixer>(markup, markup, options);
        // With the text unchanged, an offered fix is an iteration that the test does not expect.
        test.NumberOfIncrementalIterations = 0;
        test.NumberOfFixAllIterations = 0;
        return test.RunAsync();
    }

    private static CSharpCodeFixTest<TAnalyzer, TFixer, DefaultVerifier> Create<TAnalyzer, TFixer>(string markup, string repaired, TestProjectOptions? options)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFixer, DefaultVerifier> { TestCode = markup, FixedCode = repaired };
        MarkupProject.Apply(test, test.TestState, options ?? new TestProjectOptions(), new TAnalyzer());
        test.CodeFixTestBehaviors = options?.IsMarkedElsewhere == true ? CodeFixTestBehaviors.SkipLocalDiagnosticCheck : CodeFixTestBehaviors.None;
        foreach (SourceFile file in options?.OtherFiles ?? [])
        {
            test.FixedState.Sources.Add((file.Path, file.Text));
        }

        return test;
    }
}
