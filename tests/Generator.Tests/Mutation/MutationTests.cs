using System.Globalization;
using GeminiGen.Generator.Tests.Baselines;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Mutation;

/// <summary>
/// Contracts as they are while somebody types: a few thousand seeded edits of the baseline inputs. The generator never throws; and when the user's
/// own code compiles, so does the output.
/// </summary>
public sealed class MutationTests
{
    private const int SeedsPerCase = 150;

    public static TheoryData<string> Cases => [.. BaselineCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Edited_contract_gives_output_that_adds_no_error(string name)
    {
        BaselineCase original = BaselineCase.Read(name);
        ConsumerProject project = original.ToProject(LanguageVersion.Latest);
        GeneratorDriverHarness harness = new(new PromptGenerator(), project);
        CSharpCompilation compilation = project.Compile();

        for (int seed = 0; seed < SeedsPerCase; seed++)
        {
            string source = ContractMutator.Mutate(original.Input, seed);
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], project.Parse(new SourceFile(name + ".cs", source)));
            try
            {
                GeneratorRun run = harness.Run(compilation);
                AssertAddsNoError(compilation, run.Output);
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

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
}
