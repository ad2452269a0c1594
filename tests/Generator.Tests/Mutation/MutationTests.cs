using System.Collections.Immutable;
using System.Globalization;
using GeminiGen.Analyzers.Rules;
using GeminiGen.Generator.Tests.Baselines;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Generator.Tests.Mutation;

/// <summary>
/// Contracts as they are while somebody types: a few thousand seeded edits of the baseline inputs. The generator never throws; and when the user's
/// own code compiles, so does the output.
/// </summary>
public sealed class MutationTests
{
    private const int UsualSeeds = 60;

    // Analysing costs several times what generating does.
    private const int SeedsPerAnalysis = 10;

    public static TheoryData<string> Cases => [.. BaselineCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Edited_contract_gives_output_that_adds_no_error(string name)
    {
        BaselineCase original = BaselineCase.Read(name);
        ConsumerProject project = original.ToProject(LanguageVersion.Latest);
        GeneratorDriverHarness harness = new(new PromptGenerator(), project);
        CSharpCompilation compilation = project.Compile();

        int first = MutationCount.FirstSeed;
        int end = first + MutationCount.Or(UsualSeeds);
        for (int seed = first; seed < end; seed++)
        {
            string source = ContractMutator.Mutate(original.Input, seed);
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], project.Parse(new SourceFile(name + ".cs", source)));
            try
            {
                GeneratorRun run = harness.Run(compilation);
                AssertAddsNoError(compilation, run.Output);
                if (seed % SeedsPerAnalysis == 0)
                {
                    await AssertTellsAsync(compilation, run, harness);
                }
            }
            catch (TestCheckException exception)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{name}, seed {seed}: {exception.Message}\n{source}"));
            }
        }
    }

    /// <summary>Errors of the user's own code are the user's; missing documentation is no error here, since mutations tear comments from members.</summary>
    private static void AssertAddsNoError(CSharpCompilation before, Compilation after)
    {
        if (Errors(before).Any())
        {
            return;
        }

        Diagnostic[] added = [.. Errors(after)];
        if (added.Length > 0)
        {
            throw new TestCheckException(CompilationChecks.Describe(added));
        }
    }

    /// <summary>No analyzer fails, and what is not served is told.</summary>
    private static async Task AssertTellsAsync(CSharpCompilation compilation, GeneratorRun run, GeneratorDriverHarness harness)
    {
        ImmutableArray<AdditionalText> files = [.. harness.Files.Values];
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new PromptInterfaceAnalyzer(), new ContractSettingsAnalyzer(), new ContractAdviceAnalyzer()];
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(analyzers, new AnalyzerOptions(files, harness.Config)).GetAnalyzerDiagnosticsAsync();
        if (found.FirstOrDefault(static problem => problem.Id == "AD0001") is { } failure)
        {
            throw new TestCheckException(failure.ToString());
        }

        bool isServed = !run.AllText.Contains("throw new global::System.NotSupportedException(", StringComparison.Ordinal);
        if (!isServed && !Errors(compilation).Any() && !found.Any(static problem => problem.DefaultSeverity == DiagnosticSeverity.Error))
        {
            throw new TestCheckException("A member throws, and no rule says why.");
        }
    }

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
}
