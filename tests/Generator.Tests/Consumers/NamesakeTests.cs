using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Consumers;

/// <summary>Types and namespaces of the user that are called like ours or like the framework's: generated names are fully qualified and do not meet them.</summary>
public sealed class NamesakeTests
{
    [Theory]
    [InlineData("System")]
    [InlineData("GeminiGen")]
    [InlineData("Task")]
    [InlineData("String")]
    [InlineData("CancellationToken")]
    [InlineData("Methods")]
    [InlineData("Schemas")]
    [InlineData("Json")]
    [InlineData("GeminiClient")]
    [InlineData("PromptRequest")]
    [InlineData("Microsoft")]
    [InlineData("Attribute")]
    [InlineData("ArgumentNullException")]
    public void A_type_of_the_user_may_have_any_name(string name)
    {
        GeneratorRun run = Run($$"""
            namespace Desk.Inner
            {
                /// <summary>A namesake.</summary>
                public sealed class {{name}}
                {
                    /// <summary>A member.</summary>
                    public string Text { get; set; } = "";
                }

                /// <summary>A contract.</summary>
                [global::GeminiGen.GeminiPrompts(Model = "gemini-3.8-flash")]
                public partial interface IDesk
                {
                    /// <summary>Answers.</summary>
                    [global::GeminiGen.Prompt("{question} {count:0.0}")]
                    global::System.Threading.Tasks.Task<global::Desk.Inner.{{name}}> AnswerAsync(
                        string question, double count = 1, global::System.Threading.CancellationToken cancellationToken = default);
                }
            }
            """);

        run.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [InlineData("Answers")]
    [InlineData("Tools")]
    [InlineData("Schemas")]
    [InlineData("Methods")]
    [InlineData("Embeddings")]
    public void Functions_parameters_and_overloads_of_the_user_may_be_called_like_classes_of_ours(string name)
    {
        GeneratorRun run = Run($$"""
            namespace Desk
            {
                /// <summary>Functions.</summary>
                public interface ITools
                {
                    /// <summary>A function.</summary>
                    [global::GeminiGen.Tool("Gives words.")]
                    string[] {{name}}(string q);

                    /// <summary>Another.</summary>
                    [global::GeminiGen.Tool("Gives more words.")]
                    global::System.Threading.Tasks.Task<string[]> MoreAsync(string {{name}}, string @await);
                }

                /// <summary>A reply.</summary>
                public sealed record Reply(string Text);

                /// <summary>A contract.</summary>
                [global::GeminiGen.GeminiPrompts]
                [global::GeminiGen.Tools(typeof(ITools))]
                public partial interface IDesk
                {
                    /// <summary>Answers.</summary>
                    [global::GeminiGen.Prompt("{question}")]
                    global::System.Threading.Tasks.Task<Reply> {{name}}(string question);

                    /// <summary>Answers.</summary>
                    [global::GeminiGen.Prompt("{question} {number}")]
                    global::System.Threading.Tasks.Task<Reply> {{name}}(string question, int number);
                }
            }
            """);

        run.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [InlineData("System")]
    [InlineData("GeminiGen")]
    [InlineData("Microsoft")]
    public void A_namespace_of_the_user_may_end_in_any_name(string name)
    {
        GeneratorRun run = Run($$"""
            namespace Desk.{{name}}
            {
                /// <summary>A contract.</summary>
                [global::GeminiGen.GeminiPrompts]
                public interface IDesk
                {
                    /// <summary>Answers.</summary>
                    [global::GeminiGen.Prompt("{question}")]
                    global::System.Threading.Tasks.Task<Reply> AnswerAsync(string question);
                }

                /// <summary>A reply.</summary>
                public sealed record Reply(string Text);
            }
            """);

        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Members_of_the_partial_container_may_be_called_like_ours()
    {
        GeneratorRun run = Run("""
            namespace Desk
            {
                /// <summary>A container.</summary>
                public static partial class Container
                {
                    /// <summary>A.</summary>
                    public static int Methods { get; set; }

                    /// <summary>B.</summary>
                    public static string System { get; set; } = "";

                    /// <summary>C.</summary>
                    public sealed class GeminiGen { }

                    /// <summary>A contract.</summary>
                    [global::GeminiGen.GeminiPrompts]
                    public interface IDesk
                    {
                        /// <summary>Answers.</summary>
                        [global::GeminiGen.Prompt("{question}")]
                        global::System.Threading.Tasks.Task<string> AnswerAsync(string question);
                    }
                }
            }
            """);

        run.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [InlineData("Clone")]
    [InlineData("EqualityContract")]
    [InlineData("PrintMembers")]
    [InlineData("ToString")]
    [InlineData("Equals")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    [InlineData("MemberwiseClone")]
    [InlineData("Complete")]
    [InlineData("CardSnapshot")]
    [InlineData("InnerSnapshot")]
    public void A_member_of_an_answer_may_be_called_like_what_a_snapshot_has(string name)
    {
        GeneratorRun run = Run($$"""
            using System.Collections.Generic;

            #pragma warning disable CS1591
            namespace Desk
            {
                public sealed class Card
                {
                    public string Title { get; set; } = "";

                    public Inner? Inner { get; set; }

                    public List<Inner> More { get; set; } = new List<Inner>();
                }

                public sealed class Inner
                {
                    public {{(typeof(object).GetMember(name, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).Length > 0 ? "new " : "")}}string? {{name}} { get; set; }
                }

                [global::GeminiGen.SnapshotOf(typeof(Card))]
                public sealed partial record CardSnapshot;

                [global::GeminiGen.GeminiPrompts(Model = "gemini-3.8-flash")]
                public partial interface IDesk
                {
                    [global::GeminiGen.Prompt("a")]
                    global::GeminiGen.PromptStream<CardSnapshot> ReadAsync(global::System.Threading.CancellationToken cancellationToken = default);
                }
            }
            """);

        Assert.Equal(2, run.Sources.Length);
        run.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    public void A_snapshot_may_derive_from_another(string kind)
    {
        GeneratorRun run = Run($$"""
            #pragma warning disable CS1591
            namespace Desk
            {
                public sealed record Page(string Title, Inner Inner);

                public sealed record Book(string Title, Inner Inner, int Pages);

                public sealed record Inner(string Name);

                [global::GeminiGen.SnapshotOf(typeof(Page))]
                public partial {{kind}} PageSnapshot { }

                [global::GeminiGen.SnapshotOf(typeof(Book))]
                public sealed partial {{kind}} BookSnapshot : PageSnapshot { }

                [global::GeminiGen.GeminiPrompts(Model = "gemini-3.8-flash")]
                public partial interface IDesk
                {
                    [global::GeminiGen.Prompt("a")]
                    global::GeminiGen.PromptStream<BookSnapshot> ReadAsync(global::System.Threading.CancellationToken cancellationToken = default);

                    [global::GeminiGen.Prompt("a")]
                    global::GeminiGen.PromptStream<PageSnapshot> TurnAsync(global::System.Threading.CancellationToken cancellationToken = default);
                }
            }
            """);

        Assert.Equal(3, run.Sources.Length);
        run.Output.MustCompileWithoutWarning();
    }

    private static GeneratorRun Run(string source) =>
        GeneratorDriverHarness.RunOnce(new PromptGenerator(), new ConsumerProject(source) { LanguageVersion = LanguageVersion.CSharp10 });
}
