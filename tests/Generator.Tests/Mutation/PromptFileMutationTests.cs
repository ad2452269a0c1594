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
/// Prompt files as they are while somebody types: seeded edits. The generator never throws, its output always compiles, and a method that cannot be
/// served is one the analyzer has an error for.
/// </summary>
public sealed class PromptFileMutationTests
{
    private const int UsualSeeds = 180;

    private static readonly string[] Words =
    [
        "{", "}", "{{", "}}", "{missing}", "{{missing}}", "{#if tone}", "{/if}", "{:else}", "{#each scores as s}", "{/each}", "{{#each orders}}", "{{/each}}", "{{else}}",
        "{{role \"model\"}}", "{{role \"system\"}}", "{{role \"user\"}}", "{{media url=photo}}", "{> Poem.prompt}", "{> Shared/Brief.prompt}", "{{> tone}}", "{{this}}", "{{../x}}",
        "---\n", "- ", ": ", "\t", "\n", "\r\n", "  ", "#", "'", "\"", "|", ">", "[", "]", "&a", "*a", "null", "1e9", "true", "\\", "@index", "~", "\0", "\ud800", "config:\n", "model: x\n",
    ];

    [Theory]
    [InlineData("PromptFrontMatter", "Prompts/Review.prompt")]
    [InlineData("PromptFrontMatter", "Prompts/Order.prompt")]
    [InlineData("PromptFrontMatter", "Prompts/_tone.prompt")]
    [InlineData("PromptFiles", "Prompts/Poem.prompt")]
    [InlineData("PromptFiles", "Prompts/Shared/Tone.prompt")]
    public async Task Edited_file_gives_output_that_compiles_or_an_error(string name, string path)
    {
        ConsumerProject project = BaselineCase.Read(name).ToProject(LanguageVersion.Latest);
        GeneratorDriverHarness harness = new(new PromptGenerator(), project);
        CSharpCompilation compilation = project.Compile();
        string original = project.AdditionalFiles.Single(file => file.Path == path).Text;
        Dictionary<string, bool> known = [];
        int served = 0;
        int first = MutationCount.FirstSeed;
        int count = MutationCount.Or(UsualSeeds);
        for (int seed = first; seed < first + count; seed++)
        {
            string text = Mutate(original, seed);
            harness.Edit(path, text);
            string output = harness.Run(compilation).SingleText;
            bool isServed = !output.Contains("throw new global::System.NotSupportedException(", StringComparison.Ordinal);
            served += isServed ? 1 : 0;
            if (!known.TryAdd(output, isServed))
            {
                continue;
            }

            string place = string.Create(CultureInfo.InvariantCulture, $"{name}, {path}, seed {seed}:\n{text}");
            Diagnostic[] errors = [.. compilation.AddSyntaxTrees(project.Parse(new SourceFile("Output.cs", output))).GetDiagnostics().Where(static found => found.DefaultSeverity == DiagnosticSeverity.Error)];
            Assert.True(errors.Length == 0, place + CompilationChecks.Describe(errors));
            Assert.True(isServed != await HasErrorAsync(compilation, harness), place);
        }

        Assert.InRange(served, 1, count - 1);
    }

    private static async Task<bool> HasErrorAsync(CSharpCompilation compilation, GeneratorDriverHarness harness)
    {
        ImmutableArray<AdditionalText> files = [.. harness.Files.Values];
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new PromptInterfaceAnalyzer()], new AnalyzerOptions(files, harness.Config));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, static problem => problem.Id == "AD0001");
        return found.Any(static problem => problem.DefaultSeverity == DiagnosticSeverity.Error);
    }

    private static string Mutate(string text, int seed)
    {
        var random = new Random(seed);
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int place = random.Next(text.Length);
            int length = Math.Min(random.Next(1, 12), text.Length - place);
            text = random.Next(4) switch
            {
                0 when text.Length > 20 => text.Remove(place, length),
                1 => text.Insert(place, text.Substring(random.Next(text.Length - length), length)),
                2 => string.Join('\n', text.Split('\n').Where((_, line) => line != seed % 20)) is { Length: > 1 } less ? less : text,
                _ => text.Insert(place, Words[random.Next(Words.Length)]),
            };
        }

        return text;
    }
}
