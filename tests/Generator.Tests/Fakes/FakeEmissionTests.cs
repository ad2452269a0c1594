using GeminiGen.Generator.Tests.Baselines;
using GeminiGen.TestHarness;
using GeminiGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Fakes;

/// <summary>What is generated for fakes.</summary>
public sealed class FakeEmissionTests
{
    private static readonly string Folder = Baseline.ProjectFolder(typeof(FakeEmissionTests).Assembly, "Fakes");
    private static readonly MetadataReference Kit = MetadataReference.CreateFromFile(typeof(GeminiFake).Assembly.Location);

    public static TheoryData<string> Cases => [.. BaselineCase.Names];

    [Fact]
    public void Output_is_as_recorded_and_compiles_without_a_warning()
    {
        ConsumerProject project = new(new SourceFile("Fakes.cs", File.ReadAllText(Path.Combine(Folder, "Fakes.input.cs"))))
        {
            References = [.. ReferenceSet.FrameworkAndRuntime, Kit],
        };

        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), project);

        new Baseline(Folder).Verify("Fakes", Assert.Single(run.Texts, static text => text.Key.Contains("Fake.", StringComparison.Ordinal)).Value);
        run.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_contract_of_the_baselines_can_be_faked(string name)
    {
        BaselineCase testCase = BaselineCase.Read(name);
        ConsumerProject project = testCase.ToProject(testCase.LowestVersion);
        string[] contracts = ReadContracts(project);
        ConsumerProject own = project with
        {
            References = [.. project.References, Kit],
            Sources = project.Sources.Add(new SourceFile("Ask.cs", Ask(contracts))),
        };

        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), own);

        Assert.Equal(contracts.Length, run.HintNames.Count(static hint => hint.Contains(".Fake.", StringComparison.Ordinal)));
        run.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_contract_of_the_baselines_can_be_faked_from_another_assembly(string name)
    {
        BaselineCase testCase = BaselineCase.Read(name);
        ConsumerProject project = testCase.ToProject(testCase.LowestVersion) with { AssemblyName = "Contracts" };
        string[] contracts = ReadContracts(project);
        ConsumerProject tests = new(new SourceFile("Ask.cs", Ask(contracts)))
        {
            AssemblyName = "Tests",
            LanguageVersion = testCase.LowestVersion,
            References = [.. project.References, Kit, Build(GeneratorDriverHarness.RunOnce(new PromptGenerator(), WithFriend(project)).Output)],
        };

        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), tests);

        Assert.Equal(contracts.Length, run.Sources.Length);
        run.Output.MustCompileWithoutWarning();
        bool rendersAny = run.AllText.Contains("FakeCalls.RendersPrompts(", StringComparison.Ordinal);
        Assert.True(rendersAny || name is "Embeddings" or "Unserved" or "ToolSets" or "Hiding", "no prompt is rendered");
    }

    [Fact]
    public void A_friend_uses_the_fake_it_sees_instead_of_one_of_its_own()
    {
        ConsumerProject first = WithFriend(new ConsumerProject("using GeminiGen;\nnamespace Desk { [GeminiPrompts] internal partial interface IDesk { [Prompt(\"Hi\")] System.Threading.Tasks.Task<string> HiAsync(); } "
            + "internal static class Ask { internal static object Get() => GeminiGen.Testing.GeminiFake.For<IDesk>(); } }")) with
        {
            AssemblyName = "First",
            References = [.. ReferenceSet.FrameworkAndRuntime, Kit],
        };
        ConsumerProject second = new("namespace Desk { internal static class AskToo { internal static object Get() => GeminiGen.Testing.GeminiFake.For<IDesk>(); } }")
        {
            AssemblyName = "Tests",
            References = [.. first.References, Build(GeneratorDriverHarness.RunOnce(new PromptGenerator(), first).Output)],
        };

        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), second);

        run.Output.MustCompileWithoutWarning();
        Assert.Contains("Desk_IDesk_Fake.Register();", run.SingleText, StringComparison.Ordinal);
        Assert.DoesNotContain("OnHi", run.SingleText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Own.For<IDesk>()", "")]
    [InlineData("GeminiFake.For<INone>()", "using GeminiGen.Testing;")]
    [InlineData("GeminiFake.For<T>()", "using GeminiGen.Testing;")]
    [InlineData("GeminiFake.For<Hidden.ISecretDesk>()", "using GeminiGen.Testing;")]
    public void Nothing_is_generated_for_what_asks_for_no_fake_of_a_contract(string call, string usings)
    {
        ConsumerProject project = Ask(call, usings);

        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), project);

        Assert.DoesNotContain(run.HintNames, static hint => hint.Contains(".Fake.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GeminiFake.For<IDesk>()", "using GeminiGen.Testing;")]
    [InlineData("GeminiGen.Testing.GeminiFake.For<IDesk>()", "")]
    [InlineData("global::GeminiGen.Testing.GeminiFake.For<IDesk>(null)", "")]
    [InlineData("For<IDesk>()", "using static GeminiGen.Testing.GeminiFake;")]
    [InlineData("F.For<IDesk>()", "using F = GeminiGen.Testing.GeminiFake;")]
    public void Every_way_to_ask_is_found(string call, string usings)
    {
        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), Ask(call, usings));

        Assert.Single(run.HintNames, static hint => hint.Contains(".Fake.", StringComparison.Ordinal));
    }

    private static ConsumerProject Ask(string call, string usings) => new(new SourceFile("Contract.cs", $$"""
        {{usings}}
        using GeminiGen;
        internal interface INone { }
        [GeminiPrompts] internal partial interface IDesk { [Prompt("Hi")] System.Threading.Tasks.Task<string> HiAsync(); }
        internal static class Own { internal static object For<T>() => null!; }
        internal partial class Hidden
        {
            [GeminiPrompts] private partial interface ISecretDesk { [Prompt("Hi")] System.Threading.Tasks.Task<string> HiAsync(); }
            internal object Ask<T>() where T : class => {{call}};
        }
        """))
    {
        References = [.. ReferenceSet.FrameworkAndRuntime, Kit],
    };

    private static string[] ReadContracts(ConsumerProject project)
    {
        CSharpCompilation compilation = project.Compile();
        INamedTypeSymbol attribute = compilation.GetTypeByMetadataName("GeminiGen.GeminiPromptsAttribute")!;
        string[] contracts =
        [
            .. compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type)
                .OfType<INamedTypeSymbol>()
                .Where(type => type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)))
                .Where(static type => IsSeen(type))
                .Select(static type => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
                .Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(contracts);
        return contracts;
    }

    private static bool IsSeen(INamedTypeSymbol type)
        => type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal && (type.ContainingType is null || IsSeen(type.ContainingType));

    private static string Ask(IEnumerable<string> contracts)
        => "internal static class Ask\n{\n    internal static object[] All() => new object[]\n    {\n"
            + string.Concat(contracts.Select(static contract => $"        GeminiGen.Testing.GeminiFake.For<{contract}>(),\n")) + "    };\n}\n";

    private static ConsumerProject WithFriend(ConsumerProject project)
        => project with { Sources = project.Sources.Add(new SourceFile("Friend.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tests\")]\n")) };

    private static PortableExecutableReference Build(Compilation compilation)
    {
        using MemoryStream assembly = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}
