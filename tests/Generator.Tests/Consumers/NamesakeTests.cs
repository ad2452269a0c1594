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

    private static GeneratorRun Run(string source) =>
        GeneratorDriverHarness.RunOnce(new PromptGenerator(), new ConsumerProject(source) { LanguageVersion = LanguageVersion.CSharp10 });
}
