using System.Text.Json;
using GeminiGen.Generator.Tests.Baselines;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Locks;

/// <summary>What the generator tells the tool that keeps the prompt lock.</summary>
public sealed class LockFileTests
{
    private const string AskFile = "---\nconfig:\n  temperature: 0.5\ninput:\n  default:\n    tone: calm\n---\n{> Tone.prompt}\n{{role \"model\"}}\nYes?\n{{role \"user\"}}\nAsk {text}.\n";

    private static readonly string Folder = Baseline.ProjectFolder(typeof(LockFileTests).Assembly, "Locks");

    public static TheoryData<string> Cases => [.. BaselineCase.Names];

    [Fact]
    public void Lock_is_as_recorded()
    {
        GeneratorRun run = Run(CreateProject("\n"));

        new Baseline(Folder).Verify("Locks", ReadLock(run));
        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Lock_does_not_depend_on_the_line_ends_of_sources_and_files()
        => Assert.Equal(ReadLock(Run(CreateProject("\n"))), ReadLock(Run(CreateProject("\r\n"))));

    [Fact]
    public void Without_the_option_nothing_is_written()
    {
        ConsumerProject project = CreateProject("\n");
        GeneratorRun without = Run(project with { BuildProperties = project.BuildProperties.Clear() });

        Assert.DoesNotContain(without.HintNames, IsLock);
        Assert.Equal(without.Texts, Run(project).Texts.Where(static text => !IsLock(text.Key)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_method_of_the_baselines_is_a_line_of_JSON(string name)
    {
        BaselineCase testCase = BaselineCase.Read(name);
        GeneratorRun run = Run(Lock(testCase.ToProject(testCase.LowestVersion)));

        run.Output.MustCompileWithoutWarning();
        foreach (string text in run.Texts.Where(static text => IsLock(text.Key)).Select(static text => text.Value))
        {
            string[] lines = text.TrimEnd('\n').Split('\n');
            Assert.All(lines, static line => Assert.StartsWith("//", line, StringComparison.Ordinal));
            foreach (string line in lines.Where(static line => line.StartsWith("//{", StringComparison.Ordinal)))
            {
                using JsonDocument method = JsonDocument.Parse(line.AsMemory(2));
                Assert.DoesNotContain("global::", method.RootElement.GetProperty("method").GetString(), StringComparison.Ordinal);
                Assert.True(method.RootElement.TryGetProperty("tokens", out _) || method.RootElement.TryGetProperty("fault", out _), line);
            }
        }
    }

    [Fact]
    public void Edit_of_one_contract_writes_one_lock_anew()
    {
        ConsumerProject project = Lock(ContractCorpus.Create(4));
        GeneratorDriverHarness harness = new(new PromptGenerator(), project);
        CSharpCompilation compilation = project.Compile();
        harness.Run(compilation);
        SyntaxTree old = compilation.SyntaxTrees.Single(static tree => tree.FilePath == ContractCorpus.ContractPath(1));

        GeneratorRun run = harness.Run(compilation.ReplaceSyntaxTree(old, project.Parse(ContractCorpus.Contract(1, "ShortenAsync"))));

        Assert.Equal(3, run.OutputReasons.Count(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.Equal(4, run.HintNames.Count(IsLock));
    }

    private static ConsumerProject CreateProject(string lineEnd)
        => Lock(new ConsumerProject(new SourceFile("Locks.cs", File.ReadAllText(Path.Combine(Folder, "Locks.input.cs")).ReplaceLineEndings(lineEnd)))
        {
            AdditionalFiles =
            [
                new SourceFile("Prompts/Ask.prompt", AskFile.ReplaceLineEndings(lineEnd)),
                new SourceFile("Prompts/Tone.prompt", "Be {tone}.\nAlways.\n".ReplaceLineEndings(lineEnd)),
            ],
        });

    private static ConsumerProject Lock(ConsumerProject project) => project with { BuildProperties = project.BuildProperties.Add("GeminiGenPromptLock", "true") };

    private static GeneratorRun Run(ConsumerProject project) => GeneratorDriverHarness.RunOnce(new PromptGenerator(), project);

    private static string ReadLock(GeneratorRun run) => Assert.Single(run.Texts, static text => IsLock(text.Key)).Value;

    private static bool IsLock(string hintName) => hintName.EndsWith(".lock.g.cs", StringComparison.Ordinal);
}
