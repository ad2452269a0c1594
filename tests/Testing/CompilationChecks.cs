using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace GeminiGen.TestHarness;

/// <summary>Checks that fail a test with the diagnostics and the lines they stand on.</summary>
public static class CompilationChecks
{
    /// <summary>Everything a user would see in the build output: errors and warnings, hidden and informational notes left out.</summary>
    public static ImmutableArray<Diagnostic> FindProblems(this Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Fails when the compilation has a single error or warning, or cannot be emitted.</summary>
    /// <exception cref="TestCheckException">There is one.</exception>
    public static void MustCompileWithoutWarning(this Compilation compilation)
    {
        ImmutableArray<Diagnostic> problems = compilation.FindProblems();
        if (problems.IsEmpty)
        {
            problems = [.. compilation.Emit(Stream.Null).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        }

        if (!problems.IsEmpty)
        {
            throw new TestCheckException(Describe(problems));
        }
    }

    /// <summary>Writes diagnostics with the source line each stands on.</summary>
    public static string Describe(IEnumerable<Diagnostic> problems)
    {
        var text = new StringBuilder();
        foreach (Diagnostic problem in problems.Take(20))
        {
            text.AppendLine(problem.ToString(CultureInfo.InvariantCulture));
            if (problem.Location.SourceTree is { } tree)
            {
                int line = problem.Location.GetLineSpan().StartLinePosition.Line;
                text.Append("    > ").AppendLine(tree.GetText().Lines[line].ToString().Trim());
            }
        }

        return text.ToString();
    }

    private static string ToString(this Diagnostic diagnostic, CultureInfo culture) =>
        $"{diagnostic.Location.GetLineSpan()}: {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage(culture)}";
}
