using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Consumers;

/// <summary>Projects that are strict, old or odd: the output compiles in each without a warning.</summary>
public sealed class ConsumerTests
{
    private const string Contract = """
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using GeminiGen;

        namespace Desk
        {
            /// <summary>A kind.</summary>
            public enum Kind
            {
                /// <summary>A.</summary>
                Letter,

                /// <summary>B.</summary>
                Report,
            }

            /// <summary>A card.</summary>
            public sealed record Card(string Title, Kind Kind, string? Author, IReadOnlyList<string> Topics);

            /// <summary>A contract.</summary>
            [GeminiPrompts(Model = "gemini-3.8-flash")]
            public partial interface IDesk
            {
                /// <summary>Answers.</summary>
                [Prompt("{question} {kind} {count:0.0}")]
                [SystemInstruction("You are \"terse\".")]
                [Generation(MaxOutputTokens = 4000, Temperature = 0.5)]
                Task<string> AnswerAsync(string question, Kind kind = Kind.Report, double count = 1.5, CancellationToken cancellationToken = default);

                /// <summary>Describes.</summary>
                [Prompt("{document}")]
                Task<PromptResult<Card>> DescribeAsync(string document, CancellationToken cancellationToken = default);

                /// <summary>Streams.</summary>
                [Prompt("{document}")]
                PromptStream<string> StreamAsync(string? document, CancellationToken cancellationToken = default);
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public void Every_language_version(LanguageVersion version)
    {
        Run(new ConsumerProject(Contract) { LanguageVersion = version }).Output.MustCompileWithoutWarning();
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Enable)]
    public void Every_nullable_context(NullableContextOptions nullable)
    {
        string source = Contract.Replace("string?", "string", StringComparison.Ordinal);

        Run(new ConsumerProject(source) { Nullable = nullable }).Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void A_mix_of_nullable_contexts_in_one_file()
    {
        const string Source = """
            #nullable disable
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using GeminiGen;
            namespace Desk
            {
                /// <summary>Old.</summary>
                public sealed class Old
                {
                    /// <summary>Oblivious.</summary>
                    public string Text { get; set; }
                    /// <summary>Oblivious.</summary>
                    public List<string> Texts { get; set; }
            #nullable enable
                    /// <summary>Annotated.</summary>
                    public string? Note { get; set; }
                    /// <summary>Annotated.</summary>
                    public List<string?>? Notes { get; set; }
            #nullable disable
                }

                /// <summary>A contract.</summary>
                [GeminiPrompts]
                public interface IDesk
                {
                    /// <summary>Answers.</summary>
                    [Prompt("{question}")]
                    Task<Old> AnswerAsync(string question);
            #nullable enable
                    /// <summary>Answers.</summary>
                    [Prompt("{question} {note}")]
                    Task<Old?> AnnotatedAsync(string question, string? note);
                }
            }
            """;

        Run(new ConsumerProject(Source)).Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Line_ends_of_the_input_do_not_reach_the_output()
    {
        string lf = Run(new ConsumerProject(Contract.ReplaceLineEndings("\n"))).SingleText;
        string crlf = Run(new ConsumerProject(Contract.ReplaceLineEndings("\r\n"))).SingleText;

        Assert.Equal(lf, crlf);
        Assert.DoesNotContain('\r', lf);
    }

    [Fact]
    public void No_runtime_reference_is_silent()
    {
        const string Source = """
            namespace GeminiGen
            {
                /// <summary>A namesake.</summary>
                public static class Nothing { }
            }

            namespace Desk
            {
                /// <summary>No contract.</summary>
                public interface IDesk { }
            }
            """;

        GeneratorRun run = Run(new ConsumerProject(Source) { References = ReferenceSet.Framework });

        Assert.Empty(run.Sources);
        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Attribute_without_the_runtime_is_silent()
    {
        GeneratorRun run = Run(new ConsumerProject(Contract) { References = ReferenceSet.Framework });

        Assert.Empty(run.Sources);
        Assert.All(run.Output.FindProblems(), problem => Assert.EndsWith("Contract.cs", problem.Location.SourceTree?.FilePath, StringComparison.Ordinal));
    }

    [Fact]
    public void No_contract_no_output()
    {
        GeneratorRun run = Run(new ConsumerProject("""
            /// <summary>Nothing.</summary>
            public interface INothing { }
            """));

        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Internals_visible_to_a_neighbour_with_a_contract_of_the_same_name()
    {
        ConsumerProject library = new(
            new SourceFile("Contract.cs", Contract.Replace("public ", "internal ", StringComparison.Ordinal)),
            new SourceFile("Friends.cs", """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Neighbour")]"""))
        {
            AssemblyName = "Library",
        };
        Compilation compiled = Run(library).Output;
        compiled.MustCompileWithoutWarning();

        ConsumerProject neighbour = new(Contract.Replace("namespace Desk", "namespace Other", StringComparison.Ordinal))
        {
            AssemblyName = "Neighbour",
            References = [.. ReferenceSet.FrameworkAndRuntime, compiled.ToMetadataReference()],
        };

        Run(neighbour).Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Types_of_the_same_name_under_an_extern_alias()
    {
        ConsumerProject library = new(Contract) { AssemblyName = "Library" };
        MetadataReference aliased = Run(library).Output.ToMetadataReference(aliases: ["lib"]);
        ConsumerProject user = new(
            new SourceFile("Contract.cs", Contract),
            new SourceFile("Both.cs", """
                extern alias lib;
                /// <summary>Uses both.</summary>
                public static class Both
                {
                    /// <summary>From the library.</summary>
                    public static lib::Desk.Desk Theirs(GeminiGen.GeminiClient client) => new(client);

                    /// <summary>From here.</summary>
                    public static Desk.Desk Ours(GeminiGen.GeminiClient client) => new(client);
                }
                """))
        {
            References = [.. ReferenceSet.FrameworkAndRuntime, aliased],
        };

        Run(user).Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Runtime_with_an_extern_alias_beside_the_global_one()
    {
        MetadataReference aliased = ReferenceSet.Runtime.WithAliases(["global", "gemini"]);
        ConsumerProject project = new("extern alias gemini;\n" + Contract.Replace("using GeminiGen;", "using gemini::GeminiGen;", StringComparison.Ordinal))
        {
            References = ReferenceSet.FrameworkAndRuntime.Replace(ReferenceSet.Runtime, aliased),
        };

        GeneratorRun run = Run(project);

        Assert.Single(run.Sources);
        run.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [InlineData("Task<lib::Things.Card> AskAsync();")]
    [InlineData("Task<System.Collections.Generic.List<lib::Things.Card>> AskAsync();")]
    [InlineData("Task<string> AskAsync(lib::Things.Kind kind);")]
    public void Signature_that_only_an_extern_alias_reaches(string method)
    {
        // No class, and GG0002 or GG0003, rather than a file that does not compile.
        Assert.Empty(Run(BehindAlias(method, "")).Sources);
    }

    [Fact]
    public void Member_that_only_an_extern_alias_reaches()
    {
        GeneratorRun run = Run(BehindAlias("Task<Wrapper> AskAsync();", "/// <summary>W.</summary>\n/// <param name=\"Card\">C.</param>\npublic sealed record Wrapper(lib::Things.Card Card);"));

        Assert.Contains("GG0010", run.SingleText, StringComparison.Ordinal);
        run.Output.MustCompileWithoutWarning();
    }

    private static ConsumerProject BehindAlias(string method, string types)
    {
        ConsumerProject library = new("namespace Things { /// <summary>C.</summary>\npublic sealed class Card { /// <summary>N.</summary>\npublic string Name { get; set; } = \"\"; } /// <summary>K.</summary>\npublic enum Kind { /// <summary>A.</summary>\nA } }")
        {
            AssemblyName = "Things",
        };
        return new ConsumerProject(
            "extern alias lib;\nusing System.Threading.Tasks;\nusing GeminiGen;\n/// <summary>D.</summary>\n[GeminiPrompts] public interface IDesk { /// <summary>A.</summary>\n[Prompt(\"a {kind}\")] "
                .Replace(" {kind}", method.Contains("kind", StringComparison.Ordinal) ? " {kind}" : "", StringComparison.Ordinal) + method + " }\n" + types)
        {
            References = [.. ReferenceSet.FrameworkAndRuntime, Run(library).Output.ToMetadataReference(aliases: ["lib"])],
        };
    }

    private static GeneratorRun Run(ConsumerProject project)
    {
        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), project);
        Assert.Empty(run.Diagnostics);
        return run;
    }
}
