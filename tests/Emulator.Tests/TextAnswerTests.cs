using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Tests;

/// <summary>What text answers say, and how prompts are taken apart.</summary>
public sealed class TextAnswerTests : EmulatorTest
{
    [Fact]
    public async Task Summary_is_made_of_the_documents_sentences_in_their_order()
    {
        string[] sentences = await SentencesAsync($"Summarise the document in two sentences.\n\n{Bodies.Article}");
        Assert.Equal(2, sentences.Length);
        string plain = Bodies.Article.ReplaceLineEndings(" ");
        int[] places = [.. sentences.Select(sentence => plain.IndexOf(sentence, StringComparison.Ordinal))];
        Assert.All(places, place => Assert.True(place >= 0));
        Assert.Equal(places.Order(), places);
        Assert.Contains("harbour clock of Westport was restored", sentences[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What did the restoration cost?", "125,000 euros")]
    [InlineData("Who wants silence at night?", "hotels")]
    [InlineData("What is this document about?", "was restored this spring")]
    [InlineData("Where had the original drawings been lost?", "archive")]
    public async Task Question_gets_the_sentence_that_matches(string question, string expected)
    {
        Assert.Contains(expected, await TextAsync($"Answer the question from the document.\nQuestion: {question}\n\nDocument:\n{Bodies.Article}"), StringComparison.Ordinal);
        Assert.Contains(expected, await TextAsync($"{Bodies.Article}\n\n{question}"), StringComparison.Ordinal);
        Assert.Contains(expected, await TextAsync($"{question}\n<document>\n{Bodies.Article}\n</document>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_without_an_answer_is_told_so()
    {
        string text = await TextAsync($"Who won the football championship?\n\n{Bodies.Article}");
        Assert.StartsWith("The given text does not answer that.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_are_asked_for_points_are_given()
    {
        string text = await TextAsync($"List two bullet points:\n{Bodies.Article}");
        Assert.Equal(2, text.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Topics_are_words()
    {
        string text = await TextAsync($"List the 4 topics of this text:\n{Bodies.Article}");
        Assert.Contains("- clock", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(4, text.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Words_are_counted()
    {
        string text = await TextAsync($"Summarise in 10 words:\n{Bodies.Article}");
        Assert.Equal(10, text.Split("\n\n")[0].Split(' ').Length);
    }

    [Fact]
    public async Task Markup_and_code_do_not_show()
    {
        const string Document = "# Tool\n\n[![build](a.svg)](b)\n\n**Tool** reads [files](c.md) and `prints` them &amp; more.\n\n```sh\ntool run\n```\n\n| a | b |\n|---|---|\n\nIt is small.";
        string text = await TextAsync("Summarise:\n" + Document);
        Assert.StartsWith("Tool reads files and prints them & more.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tool run", text, StringComparison.Ordinal);
        Assert.DoesNotContain('|', text);
    }

    [Fact]
    public async Task Prompt_without_a_document_is_repeated_honestly()
    {
        string text = await TextAsync("Write a poem about autumn.");
        Assert.Contains("Write a poem about autumn.", text, StringComparison.Ordinal);
        Assert.Contains("no model was asked", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chinese_text_is_split_into_its_sentences()
    {
        string text = await TextAsync("总结:\n港口的钟今年春天修好了。工程师按照原来的图纸重建了钟。游客来到港口听钟声。天气很好。钟每小时敲响一次。");
        Assert.Equal(3, text.Split("\n\n")[0].Count(c => c == '。'));
    }

    [Fact]
    public async Task Follow_up_speaks_about_the_document_sent_before()
    {
        var body = new JsonObject
        {
            ["contents"] = new JsonArray(Bodies.Turn("user", "Summarise:\n" + Bodies.Article), Bodies.Turn("model", "Done."), Bodies.Turn("user", "How many months were needed?")),
        };
        Assert.Contains("18 months", TextOf(await AnswerAsync(body)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_without_a_schema_is_an_object()
    {
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Summarise:\n" + Bodies.Article, new JsonObject { ["responseMimeType"] = "application/json" }));
        Assert.Contains("clock", (string)JsonNode.Parse(TextOf(answer))!["answer"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Summarise in 3 sentences:\nA clock. It ticks.", "Summarise in 3 sentences:", "A clock. It ticks.")]
    [InlineData("Classify this customer feedback.\nIt broke.", "Classify this customer feedback.", "It broke.")]
    [InlineData("Summarise: A clock ticks all day.", "Summarise:", "A clock ticks all day.")]
    [InlineData("Summarise this text.\n\nText:\nA clock ticks.", "Summarise this text.\n\nText:", "A clock ticks.")]
    [InlineData("A clock ticks.\nIt strikes.\n\nWhat does it do?", "What does it do?", "A clock ticks.\nIt strikes.")]
    [InlineData("Summarise:\n\"\"\"\nA clock ticks all day and all night.\n\"\"\"", "Summarise:", "A clock ticks all day and all night.")]
    [InlineData("Translate this. The clock of the harbour ticks.", "Translate this.", "The clock of the harbour ticks.")]
    [InlineData("Answer in English: How old is the clock?", "Answer in English: How old is the clock?", "")]
    [InlineData("Answer this.\nQuestion: how old?\n\nA clock ticks.", "Answer this.\nQuestion: how old?", "A clock ticks.")]
    [InlineData("", "", "")]
    public void Prompt_is_split(string prompt, string instruction, string document) =>
        Assert.Equal((instruction, document), PromptSplitter.Split(prompt));

    [Fact]
    public void Long_text_alone_is_a_document()
    {
        (string instruction, string document) = PromptSplitter.Split(Bodies.Article);
        Assert.Equal("", instruction);
        Assert.Equal(Bodies.Article.ReplaceLineEndings("\n"), document);
    }

    [Theory]
    [InlineData("He met Dr. Smith. They left, e.g. at 3.5 p.m. yesterday. Done!", 3)]
    [InlineData("\"Stop.\" She ran.", 2)]
    [InlineData("Version 1.2.3 is out", 1)]
    [InlineData("", 0)]
    public void Sentences_are_split(string text, int count) => Assert.Equal(count, SentenceSplitter.Split(text).Count());

    private async Task<string> TextAsync(string prompt) => TextOf(await AnswerAsync(Bodies.Prompt(prompt)));

    private async Task<string[]> SentencesAsync(string prompt) => [.. SentenceSplitter.Split((await TextAsync(prompt)).Split("\n\n[Emulated")[0])];
}
