using GeminiGen.TestHarness;

namespace GeminiGen.Generator.Tests.Naming;

/// <summary>The names of generated files: one clash, even by case alone, would lose all output of a compilation.</summary>
public sealed class HintNameTests
{
    [Fact]
    public void Names_that_differ_by_case_only_do_not_clash()
    {
        GeneratorRun run = Run(Contract("Desk", "ISupportDesk"), Contract("desk", "ISupportDesk"), Contract("Desk", "ISupportdesk"));

        AssertDistinct(run, 3);
    }

    [Fact]
    public void Same_short_name_in_two_namespaces()
    {
        GeneratorRun run = Run(Contract("A", "IDesk"), Contract("A.B", "IDesk"), Contract("B", "IDesk"));

        AssertDistinct(run, 3);
        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Dots_and_nesting_do_not_meet()
    {
        GeneratorRun run = Run(
            Contract("A.B", "IDesk"),
            """
            namespace A
            {
                /// <summary>Container.</summary>
                public static partial class C
                {
                    /// <summary>A contract.</summary>
                    [GeminiGen.GeminiPrompts]
                    public interface IDesk
                    {
                        /// <summary>Answers.</summary>
                        [GeminiGen.Prompt("{question}")]
                        System.Threading.Tasks.Task<string> AnswerAsync(string question);
                    }
                }
            }
            """,
            Contract("A.C_", "IDesk"));

        AssertDistinct(run, 3);
        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Long_names_are_cut_and_stay_apart()
    {
        string name = "I" + new string('A', 200);

        GeneratorRun run = Run(Contract("Desk", name + "1"), Contract("Desk", name + "2"));

        AssertDistinct(run, 2);
        Assert.All(run.HintNames, hint => Assert.InRange(hint.Length, 1, 130));
        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Letters_of_other_scripts_are_fine_in_names()
    {
        GeneratorRun run = Run(Contract("Bürö", "IÜberDesk"), Contract("文档", "I文档"));

        AssertDistinct(run, 2);
        Assert.All(run.HintNames, hint => Assert.Equal(-1, hint.IndexOfAny(Path.GetInvalidFileNameChars())));
        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Names_do_not_depend_on_what_else_there_is()
    {
        string alone = Assert.Single(Run(Contract("A", "IDesk")).HintNames);

        Assert.Contains(alone, Run(Contract("Z", "IDesk"), Contract("A", "IDesk"), Contract("a", "IDesk")).HintNames);
        Assert.StartsWith("A.IDesk", alone, StringComparison.Ordinal);
        Assert.EndsWith(".g.cs", alone, StringComparison.Ordinal);
    }

    private static void AssertDistinct(GeneratorRun run, int count) =>
        Assert.Equal(count, run.HintNames.Distinct(StringComparer.OrdinalIgnoreCase).Count());

    private static string Contract(string @namespace, string name) => $$"""
        namespace {{@namespace}}
        {
            /// <summary>A contract.</summary>
            [GeminiGen.GeminiPrompts]
            public interface {{name}}
            {
                /// <summary>Answers.</summary>
                [GeminiGen.Prompt("{question}")]
                System.Threading.Tasks.Task<string> AnswerAsync(string question);
            }
        }
        """;

    private static GeneratorRun Run(params string[] sources)
    {
        SourceFile[] files = [.. sources.Select((text, index) => new SourceFile($"File{index}.cs", text))];
        return GeneratorDriverHarness.RunOnce(new PromptGenerator(), new ConsumerProject(files));
    }
}
