using GeminiGen.Generated.Tests.Http;
using GeminiGen.Generated.Tests.Models;

namespace GeminiGen.Generated.Tests.Answers;

/// <summary>Values that the constructors and setters of the user's types refuse: answers that do not fit, like any other.</summary>
public sealed class RefusalTests
{
    private const string Good = """{"to":[{"text":"a@b"}],"copies":null,"pages":1}""";

    [Theory]
    [InlineData("a@b", "ab", "$.to[0] is refused by Address: an address has an @.", typeof(ArgumentException))]
    [InlineData("null", """{"a":{"text":"a@b"},"b":{"text":"x"}}""", "$.copies.b is refused by Address: an address has an @.", typeof(ArgumentException))]
    [InlineData(":1", ":0", "$ is refused by Letter: a letter has pages", typeof(NotSupportedException))]
    public async Task What_the_type_refuses_is_a_violation(string before, string after, string violation, Type cause)
    {
        string answer = Good.Replace(before, after, StringComparison.Ordinal);

        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk(answer).ReadAsync("t"));

        Assert.Equal(violation, Assert.Single(error.Violations).ToString());
        Assert.Contains(violation.TrimEnd('.') + ". RawText", error.Message, StringComparison.Ordinal);
        Assert.IsType(cause, error.InnerException);
        Assert.Equal(answer, error.RawText);
    }

    [Fact]
    public async Task A_refused_value_is_an_outcome_that_is_repaired()
    {
        FakeGemini gemini = FakeGemini.Text(Good.Replace("a@b", "ab", StringComparison.Ordinal), Good);

        PromptResult<Letter> result = await new MailDesk(gemini.Client()).ReadWellAsync("t");

        Assert.Equal(PromptOutcome.Complete, result.Outcome);
        Assert.Single(result.Repairs);
        Assert.Contains("- $.to[0] is refused by Address: an address has an @.", gemini.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_stays_refused_is_an_outcome()
    {
        string answer = Good.Replace("a@b", "ab", StringComparison.Ordinal);

        PromptResult<Letter> result = await Desk(answer, answer).ReadWellAsync("t");

        Assert.Equal((PromptOutcome.Invalid, "$.to[0]"), (result.Outcome, Assert.Single(result.Violations).Path));
    }

    [Fact]
    public async Task A_refused_item_is_told_with_its_place()
    {
        List<Address> addresses = [];
        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(async () =>
        {
            await foreach (Address address in Streamed("""[{"text":"a@b"},{"text":"x"}]""").ListAsync("t"))
            {
                addresses.Add(address);
            }
        });

        Assert.Single(addresses);
        Assert.Equal("$[1]", error.JsonPath);
        Assert.IsType<ArgumentException>(error.InnerException);
    }

    [Fact]
    public async Task A_refused_snapshot_is_left_out_and_told_at_the_end()
    {
        List<LetterSnapshot> snapshots = [];
        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(async () =>
        {
            await foreach (LetterSnapshot snapshot in Streamed("""{"to":[{"text":"a@b"}],""", """ "copies":{"b":{"text":"x"}},""", """ "pages":1}""").WatchAsync("t"))
            {
                snapshots.Add(snapshot);
            }
        });

        Assert.Equal("a@b", Assert.Single(snapshots).To![0].Text);
        Assert.Equal("$.copies.b", error.JsonPath);
    }

    [Fact]
    public async Task Text_that_is_no_JSON_is_told_as_such_whatever_was_refused_before()
        => await Assert.ThrowsAsync<GeminiMalformedAnswerException>(() => Desk(Good.Replace("a@b", "ab", StringComparison.Ordinal) + "}").ReadAsync("t"));

    [Fact]
    public async Task Cancelling_is_no_fault_of_the_answer()
        => await Assert.ThrowsAsync<OperationCanceledException>(() => Desk(Good.Replace("a@b", "stop", StringComparison.Ordinal)).ReadAsync("t"));

    private static MailDesk Desk(params string[] texts) => new(FakeGemini.Text(texts).Client());

    private static MailDesk Streamed(params string[] pieces) => new(FakeGemini.Raw(GeminiAnswer.Stream(pieces)).Client());
}
