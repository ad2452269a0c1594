using GeminiGen.TestHarness;

namespace GeminiGen.Generator.Tests.Consumers;

/// <summary>Declarations that speak up when they are used: the user has chosen to use them, and generated code is not stopped.</summary>
public sealed class MarkedUsesTests
{
    private const string Mark = "[System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] ";

    [Theory]
    [InlineData("public sealed record Card([property: System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] string Title, int Pages);")]
    [InlineData(Mark + "public sealed record Card(string Title, int Pages);")]
    [InlineData("public sealed class Card { " + Mark + "public string Title { get; init; } = \"\"; public int Pages { get; init; } }")]
    [InlineData("public sealed class Card { public Inner? Title { get; init; } public int Pages { get; init; } " + Mark + "public sealed record Inner(string A); }")]
    [InlineData("public sealed record Card(Kind Title, int Pages); public enum Kind { Letter, " + Mark + "Report }")]
    [InlineData("[System.Obsolete(\"Old.\", DiagnosticId = \"OLD1\")] public sealed record Card(string Title, int Pages);")]
    [InlineData("public sealed class Card { [System.Obsolete(\"Old.\", DiagnosticId = \"OLD1\")] public string Title { get; init; } = \"\"; public int Pages { get; init; } }")]
    public void Members_and_types_of_answers(string card)
        => MustCompile(card + """
            [GeminiPrompts] public interface IDesk { [Prompt("a")] Task<Card> AskAsync(); [Prompt("a")] PromptStream<CardSnapshot> TellAsync(); }
            [SnapshotOf(typeof(Card))] public sealed partial record CardSnapshot;
            """);

    [Theory]
    [InlineData("[Prompt(\"{card.Title}\")] Task<string> AskAsync(Card card);")]
    [InlineData("[Prompt(\"{card.Inner.Title}\")] Task<string> AskAsync(Outer card);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([Tools] Tools tools);")]
    [InlineData(Mark + "[Prompt(\"a\")] Task<string> AskAsync();")]
    public void Parameters_and_functions(string method)
        => MustCompile("public sealed record Outer(Card Inner); public sealed record Card([property: System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] string Title); public sealed class Tools { [Tool(\"a\"), System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] public int Count(Card card) => 1; }"
            + "[GeminiPrompts] public interface IDesk { " + method + " }");

    [Theory]
    [InlineData("Card Get() => new(\"a\")")]
    [InlineData("int Get(Card card) => 1")]
    [InlineData("System.Collections.Generic.List<Card> Get(Card[] cards) => []")]
    public void Sets_of_functions(string method)
        => MustCompile(Mark + "public sealed record Card(string Title); public sealed class Tools { [Tool(\"a\")] public " + method + "; } [ToolSetOf(typeof(Tools))] public static partial class ToolsSet;");

    /// <summary>The user's own file is told to be silent, as the user would.</summary>
    private static void MustCompile(string source)
    {
        const string Head = "#pragma warning disable EXP1, OLD1, CS1591\nusing System.Threading.Tasks;\nusing GeminiGen;\n";

        GeneratorDriverHarness.RunOnce(new PromptGenerator(), new ConsumerProject(Head + source)).Output.MustCompileWithoutWarning();
    }
}
