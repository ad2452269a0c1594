using GeminiGen.Analyzers.Suppressors;

namespace GeminiGen.Analyzers.Tests.Suppressors;

/// <summary>CA1002, CA1819 and CA2227 on properties of answers: there without the suppressor, gone with it, and there where nothing of ours sets the property.</summary>
public sealed class AnswerTypeSuppressorTests
{
    private const string List = "CA1002";
    private const string Array = "CA1819";
    private const string Setter = "CA2227";

    private const string Contract = """
        [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
        public partial interface IDesk
        {
            [Prompt("Read {text}")]
            RETURN ReadAsync(string text, CancellationToken cancellationToken = default);
        }
        """;

    public static TheoryData<string, string, string> Answers => new()
    {
        { List, "Task<Card>", "public sealed class Card { public List<string> Tags { get; init; } = []; }" },
        { List, "Task<Card>", "public sealed record Card(List<string> Tags);" },
        { Array, "Task<Card>", "public sealed class Card { public string[] Words { get; set; } = []; }" },
        { Array, "Task<PromptResult<Card>>", "public sealed record Card(string[] Words);" },
        { Setter, "Task<Card>", "public sealed class Card { public IList<string> Tags { get; set; } = []; }" },
        { Setter, "PromptStream<Card>", "public sealed class Card { public IList<string> Tags { get; set; } = []; }" },
        { Setter, "IAsyncEnumerable<Card>", "public sealed class Card { public Dictionary<string, int> Counts { get; set; } = []; }" },
        // What an answer holds, what it derives from, and what derives from it.
        { Setter, "Task<Shelf>", "public sealed record Shelf(IReadOnlyList<Card> Cards);\npublic sealed class Card { public IList<string> Tags { get; set; } = []; }" },
        { Setter, "Task<Shelf>", "public sealed class Shelf : Card { public string Name { get; set; } = \"\"; }\npublic class Card { public IList<string> Tags { get; set; } = []; }" },
        { Setter, "Task<Shelf>", "[System.Text.Json.Serialization.JsonDerivedType(typeof(Card), \"card\")]\npublic abstract class Shelf { }\npublic sealed class Card : Shelf { public IList<string> Tags { get; set; } = []; }" },
        // What a function is given.
        { Setter, "Task<string>", "public static class Sums { [Tool(\"Adds\")] public static int Add(Card card) => card.Tags.Count; }\npublic sealed class Card { public IList<string> Tags { get; set; } = []; }" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_property_that_generated_code_sets_is_left_alone(string rule, string answer, string types)
    {
        string source = Source(answer, types);

        // A record's parameter may be told of twice.
        Assert.Equal([rule], (await NetAnalyzers.RunAsync(source, rule)).Distinct());
        Assert.Empty(await NetAnalyzers.RunAsync(source, rule, new AnswerTypeSuppressor()));
    }

    [Theory]
    // No answer of any contract.
    [InlineData(List, "Task<string>", "public sealed class Card { public List<string> Tags { get; init; } = []; }")]
    [InlineData(Array, "Task<string>", "public sealed class Card { public string[] Words { get; set; } = []; }")]
    [InlineData(Setter, "Task<string>", "public sealed class Card { public IList<string> Tags { get; set; } = []; }")]
    // Of an answer, what is no part of the JSON.
    [InlineData(List, "Task<Card>", "public sealed class Card { public string Name { get; set; } = \"\"; public List<string> All() => []; }")]
    [InlineData(Array, "Task<Card>", "public sealed class Card { public string Name { get; set; } = \"\"; public string[] Words => []; }")]
    [InlineData(Setter, "Task<Card>", "public sealed class Card { public string Name { get; set; } = \"\"; [System.Text.Json.Serialization.JsonIgnore] public IList<string> Tags { get; set; } = []; }")]
    // What only a method of the project's own is given.
    [InlineData(Setter, "Task<string>", "public static class Sums { public static int Add(Card card) => card.Tags.Count; }\npublic sealed class Card { public IList<string> Tags { get; set; } = []; }")]
    public async Task Every_other_one_keeps_its_warning(string rule, string answer, string types)
        => Assert.Equal([rule], await NetAnalyzers.RunAsync(Source(answer, types), rule, new AnswerTypeSuppressor()));

    private static string Source(string answer, string types)
        => "using System.Collections.Generic;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing GeminiGen;\n\nnamespace Desk;\n\n"
            + Contract.Replace("RETURN", answer, StringComparison.Ordinal) + "\n\n" + types + "\n";
}
