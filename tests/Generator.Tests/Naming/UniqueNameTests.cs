using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Naming;

/// <summary>Names of the user that meet names of the generated code.</summary>
public sealed class UniqueNameTests
{
    [Theory]
    [InlineData("client")]
    [InlineData("_client")]
    [InlineData("request")]
    [InlineData("writer")]
    [InlineData("TWriter")]
    [InlineData("method")]
    [InlineData("value")]
    [InlineData("cancellationToken")]
    [InlineData("Methods")]
    [InlineData("Schemas")]
    [InlineData("Json")]
    [InlineData("AnswerAsync")]
    [InlineData("WriteAnswerAsync")]
    [InlineData("DescribeAsync")]
    [InlineData("global")]
    [InlineData("System")]
    [InlineData("GeminiGen")]
    [InlineData("nameof")]
    [InlineData("this")]
    [InlineData("var")]
    [InlineData("_")]
    [InlineData("field")]
    public void Parameter_may_have_any_name(string name)
    {
        GeneratorRun run = Run($$"""
            namespace Desk
            {
                /// <summary>A contract.</summary>
                [GeminiGen.GeminiPrompts]
                public interface IDesk
                {
                    /// <summary>Text.</summary>
                    [GeminiGen.Prompt("{{{name}}} {other}")]
                    System.Threading.Tasks.Task<string> AnswerAsync(string @{{name}}, Kind other, System.Threading.CancellationToken ct = default);

                    /// <summary>Typed.</summary>
                    [GeminiGen.Prompt("{{{name}}} {other}")]
                    System.Threading.Tasks.Task<Reply> DescribeAsync(Kind? @{{name}}, string other);
                }

                /// <summary>A reply.</summary>
                public sealed record Reply(string Text);

                /// <summary>A kind.</summary>
                public enum Kind
                {
                    /// <summary>A.</summary>
                    One,
                }
            }
            """);

        run.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [InlineData("GetHashCode")]
    [InlineData("ToString")]
    [InlineData("Equals")]
    [InlineData("Methods")]
    [InlineData("Schemas")]
    [InlineData("Json")]
    [InlineData("WriteAnswerAsync")]
    [InlineData("Write")]
    [InlineData("_client")]
    [InlineData("Client")]
    [InlineData("Desk")]
    public void Method_may_have_any_name(string name)
    {
        GeneratorRun run = Run($$"""
            namespace Space
            {
                /// <summary>A contract.</summary>
                [GeminiGen.GeminiPrompts]
                public interface IDesk
                {
                    /// <summary>Text.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<string> AnswerAsync(string question);

                    /// <summary>Typed.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<Reply> {{name}}(string question);
                }

                /// <summary>A reply.</summary>
                public sealed record Reply(string Text);
            }
            """);

        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Overloads_are_served_each()
    {
        GeneratorRun run = Run("""
            namespace Space
            {
                /// <summary>A contract.</summary>
                [GeminiGen.GeminiPrompts]
                public interface IDesk
                {
                    /// <summary>One.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<string> AnswerAsync(string question);

                    /// <summary>Two.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<string> AnswerAsync(int question);

                    /// <summary>Three.</summary>
                    [GeminiGen.Prompt("{question} {more}")]
                    System.Threading.Tasks.Task<int> AnswerAsync(string question, string more);
                }
            }
            """);

        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Answers_with_the_same_short_name_are_kept_apart()
    {
        GeneratorRun run = Run("""
            namespace Space
            {
                /// <summary>A contract.</summary>
                [GeminiGen.GeminiPrompts]
                public interface IDesk
                {
                    /// <summary>One.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<A.Reply> OneAsync(string question);

                    /// <summary>Two.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<B.Reply> TwoAsync(string question);

                    /// <summary>Three.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<System.Collections.Generic.List<B.Reply>> ThreeAsync(string question);

                    /// <summary>Four.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<A.reply> FourAsync(string question);
                }
            }

            namespace Space.A
            {
                /// <summary>A reply.</summary>
                public sealed record Reply(string Text);

                /// <summary>A reply whose name differs by case.</summary>
                public sealed record reply(int Number);
            }

            namespace Space.B
            {
                /// <summary>A reply.</summary>
                public sealed record Reply(Space.A.Reply Inner);
            }
            """);

        string[] problems = [.. run.Output.FindProblems().Select(problem => problem.Id).Where(id => id != "CS8981")];
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("Space.Desk", "ISupport", "Support")]
    [InlineData("Space", "Support", "SupportPrompts")]
    [InlineData("Space", "ISupportDesk", "SupportDesk")]
    [InlineData("Space", "Island", "IslandPrompts")]
    [InlineData("Space", "I", "IPrompts")]
    public void Class_name_follows_the_interface(string @namespace, string name, string expected)
    {
        GeneratorRun run = Run($$"""
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
            """);

        run.Output.MustCompileWithoutWarning();
        Assert.NotNull(run.Output.GetTypeByMetadataName($"{@namespace}.{expected}"));
    }

    [Theory]
    [InlineData("Embeddings")]
    [InlineData("Methods")]
    public void Method_that_cannot_be_served_may_have_any_name(string name)
    {
        GeneratorRun run = Run($$"""
            namespace Space
            {
                /// <summary>A contract.</summary>
                [GeminiGen.GeminiPrompts]
                public interface IDesk
                {
                    /// <summary>Text.</summary>
                    [GeminiGen.Prompt("{question}")]
                    System.Threading.Tasks.Task<string> AnswerAsync(string question);

                    /// <summary>A vector.</summary>
                    [GeminiGen.Embed]
                    System.Threading.Tasks.Task<float[]> EmbedAsync(string text);

                    /// <summary>No prompt.</summary>
                    System.Threading.Tasks.Task<string> {{name}}(string text);
                }
            }
            """);

        run.Output.MustCompileWithoutWarning();
    }

    private static GeneratorRun Run(string source) =>
        GeneratorDriverHarness.RunOnce(new PromptGenerator(), new ConsumerProject(source) { LanguageVersion = LanguageVersion.CSharp11 });
}
