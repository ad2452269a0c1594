using GeminiGen.Testing.Contracts;

namespace GeminiGen.Testing.Tests.Fakes;

/// <summary>What fakes answer.</summary>
public sealed class AnswerTests
{
    private readonly GeminiFake<ISupportDesk> _fake = GeminiFake.For<ISupportDesk>();

    private ISupportDesk Desk => _fake.Instance;

    [Fact]
    public async Task A_value_is_answered_every_time()
    {
        _fake.OnClassify(new Feedback("angry", 1));

        Assert.Equal("angry", (await Desk.ClassifyAsync("a")).Mood);
        Assert.Equal("angry", (await Desk.ClassifyAsync("b")).Mood);
    }

    [Fact]
    public async Task A_function_gets_the_typed_arguments()
    {
        _fake.OnClassify(feedback => new Feedback(feedback, feedback.Length));
        _fake.OnAnswer((question, language) => $"{language}: {question}?");

        Assert.Equal(new Feedback("late", 4), await Desk.ClassifyAsync("late"));
        Assert.Equal("English: where?", await Desk.AnswerAsync("where"));
        Assert.Equal("German: wo?", await Desk.AnswerAsync("wo", "German"));
    }

    [Fact]
    public async Task An_asynchronous_function_gets_the_token()
    {
        using CancellationTokenSource source = new();
        CancellationToken seen = default;
        _fake.OnAnswer(async (question, language, token) =>
        {
            seen = token;
            await Task.Yield();
            return question + language;
        });

        Assert.Equal("aEnglish", await Desk.AnswerAsync("a", cancellationToken: source.Token));
        Assert.Equal(source.Token, seen);
    }

    [Fact]
    public async Task A_method_without_arguments_and_one_that_makes_vectors_are_faked_too()
    {
        _fake.OnJoke(() => "Two bytes meet.");
        _fake.OnEmbed(text => [text.Length, 2]);

        Assert.Equal("Two bytes meet.", await Desk.JokeAsync());
        Assert.Equal(new float[] { 3, 2 }, await Desk.EmbedAsync("abc"));
    }

    [Fact]
    public async Task Answers_follow_each_other_and_the_last_one_repeats()
    {
        _fake.OnJoke().Throws(new GeminiQuotaExceededException("Enough.")).Returns("one").Returns("two");

        await Assert.ThrowsAsync<GeminiQuotaExceededException>(() => Desk.JokeAsync());
        Assert.Equal("one", await Desk.JokeAsync());
        Assert.Equal("two", await Desk.JokeAsync());
        Assert.Equal("two", await Desk.JokeAsync());
    }

    [Fact]
    public async Task A_sequence_ends()
    {
        _fake.OnJoke().Sequence("one", "two");

        Assert.Equal("one", await Desk.JokeAsync());
        Assert.Equal("two", await Desk.JokeAsync());
        UnansweredCallException exception = await Assert.ThrowsAsync<UnansweredCallException>(() => Desk.JokeAsync());
        Assert.Contains("used up", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_setup_that_takes_the_arguments_answers()
    {
        _fake.OnClassify(new Feedback("calm", 4));
        _fake.OnClassify(new Feedback("angry", 1)).When(arguments => arguments.feedback.Contains("bad", StringComparison.Ordinal));
        _fake.OnClassify(new Feedback("once", 2)).When(arguments => arguments.feedback == "bad").Times(1);

        Assert.Equal("once", (await Desk.ClassifyAsync("bad")).Mood);
        Assert.Equal("angry", (await Desk.ClassifyAsync("bad")).Mood);
        Assert.Equal("calm", (await Desk.ClassifyAsync("fine")).Mood);
        Assert.All(_fake.Calls, static call => Assert.True(call.IsAnswered));
    }

    [Fact]
    public async Task A_lambda_that_only_throws_is_a_fault()
    {
        _fake.OnClassify(feedback => throw new GeminiTruncatedException("Cut.") { Text = feedback });

        GeminiTruncatedException exception = await Assert.ThrowsAsync<GeminiTruncatedException>(() => Desk.ClassifyAsync("half"));
        Assert.Equal("half", exception.Text);
    }

    [Fact]
    public async Task A_call_without_an_answer_names_method_arguments_and_cure()
    {
        UnansweredCallException exception = await Assert.ThrowsAsync<UnansweredCallException>(() => Desk.AnswerAsync("Where is it?", "German"));

        Assert.Equal("ISupportDesk.AnswerAsync(question: \"Where is it?\", language: \"German\"): no answer was set. Set one: fake.OnAnswer(…).", exception.Message);
        Assert.False(Assert.Single(_fake.Calls).IsAnswered);
    }

    [Fact]
    public async Task Arguments_no_answer_takes_are_told_apart_from_no_answer_at_all()
    {
        _fake.OnClassify(new Feedback("calm", 4)).When(static arguments => arguments.feedback == "other");

        UnansweredCallException exception = await Assert.ThrowsAsync<UnansweredCallException>(() => Desk.ClassifyAsync("this"));

        Assert.Equal("ISupportDesk.ClassifyAsync(feedback: \"this\"): the answer set by OnClassify does not take these arguments (When), or is used up.", exception.Message);
    }

    [Fact]
    public async Task A_result_has_model_tokens_and_text()
    {
        _fake.OnDescribe(feedback => new Feedback(feedback, 3));

        PromptResult<Feedback> result = await Desk.DescribeAsync("slow");

        Assert.Equal(new Feedback("slow", 3), result.Value);
        Assert.Equal(PromptOutcome.Complete, result.Outcome);
        Assert.Equal(FinishReason.Stop, result.FinishReason);
        Assert.Equal(GeminiModels.Gemini38Flash, result.Model);
        Assert.True(result.Usage.PromptTokenCount > 3, result.Usage.ToString());
    }

    [Fact]
    public async Task A_result_of_the_tests_own_is_handed_over_as_it_is()
    {
        PromptResult<Feedback> given = new(new Feedback("own", 5)) { Cost = 0.25m };
        _fake.OnDescribe(given);

        Assert.Same(given, await Desk.DescribeAsync("any"));
    }

    [Fact]
    public async Task Every_outcome_can_be_had_and_its_value_throws()
    {
        (FakeOutcome Outcome, PromptOutcome Expected, Type Exception)[] cases =
        [
            (FakeAnswer.Truncated("half"), PromptOutcome.Truncated, typeof(GeminiTruncatedException)),
            (FakeAnswer.Blocked("SAFETY"), PromptOutcome.Blocked, typeof(GeminiBlockedException)),
            (FakeAnswer.Recited(), PromptOutcome.Recited, typeof(GeminiRecitationException)),
            (FakeAnswer.Empty(), PromptOutcome.Empty, typeof(GeminiEmptyAnswerException)),
            (FakeAnswer.Malformed("no JSON"), PromptOutcome.Malformed, typeof(GeminiMalformedAnswerException)),
            (FakeAnswer.Invalid(new PromptViolation("$.stars", "must be at most 5", "6")), PromptOutcome.Invalid, typeof(GeminiInvalidAnswerException)),
        ];
        foreach ((FakeOutcome outcome, PromptOutcome expected, Type exception) in cases)
        {
            _fake.OnDescribe(outcome);
            PromptResult<Feedback> result = await Desk.DescribeAsync("any");

            Assert.Equal(expected, result.Outcome);
            Assert.Throws(exception, () => result.Value);
        }

        Assert.Equal("must be at most 5", Assert.Single((await Desk.DescribeAsync("any")).Violations).Rule);
    }

    [Fact]
    public async Task Arguments_are_checked_as_the_real_class_does()
    {
        _fake.OnClassify(new Feedback("calm", 4));

        await Assert.ThrowsAsync<ArgumentNullException>(() => Desk.ClassifyAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => Desk.ClassifyAsync(new string('x', 101)));
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled()
    {
        _fake.OnClassify(new Feedback("calm", 4));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Desk.ClassifyAsync("any", new CancellationToken(canceled: true)));
    }
}
