using GeminiGen.Emulator.Scripting;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Answers that are not complete never look as if they were.</summary>
public sealed class AnswerTests : EndToEndTest
{
    [Fact]
    public async Task Blocked_prompt()
    {
        Emulator.Script(EmulatorFault.BlockedPrompt("PROHIBITED_CONTENT").Times(2));
        var exception = await Assert.ThrowsAsync<GeminiBlockedException>(() => Desk.SummarizeAsync(Documents.Clock));
        Assert.Equal("PROHIBITED_CONTENT", exception.BlockReason);
        PromptResult<string> result = await Desk.SummarizeWithUsageAsync(Documents.Clock);
        Assert.Equal(PromptOutcome.Blocked, result.Outcome);
        Assert.Throws<GeminiBlockedException>(() => result.Value);
        Assert.Equal(2, Emulator.Requests.Count);
    }

    [Theory]
    [InlineData("SAFETY", typeof(GeminiBlockedException))]
    [InlineData("PROHIBITED_CONTENT", typeof(GeminiBlockedException))]
    [InlineData("RECITATION", typeof(GeminiRecitationException))]
    public async Task Withheld_answer(string reason, Type expected)
    {
        Emulator.Script(EmulatorFault.Withheld(reason));
        var exception = await Assert.ThrowsAnyAsync<GeminiAnswerException>(() => Desk.SummarizeAsync(Documents.Clock));
        Assert.IsType(expected, exception);
        Assert.Equal(reason, exception.FinishReason.ToString());
        Assert.True(exception.Usage.PromptTokenCount > 0);
    }

    [Fact]
    public async Task Truncated_text_is_in_the_exception()
    {
        Emulator.Script(EmulatorFault.MaxTokens().Times(2));
        var exception = await Assert.ThrowsAsync<GeminiTruncatedException>(() => Desk.SummarizeAsync(Documents.Clock));
        Assert.StartsWith("The harbour clock", exception.Text, StringComparison.Ordinal);
        PromptResult<string> result = await Desk.SummarizeWithUsageAsync(Documents.Clock);
        Assert.Equal(PromptOutcome.Truncated, result.Outcome);
        Assert.Equal(exception.Text, result.Text);
    }

    [Fact]
    public async Task Truncated_json_is_truncated_and_not_malformed()
    {
        Emulator.Script(EmulatorFault.MaxTokens());
        await Assert.ThrowsAsync<GeminiTruncatedException>(() => Desk.DescribeAsync(Documents.Clock));
    }

    [Fact]
    public async Task Budget_spent_on_thinking_is_truncation_with_no_text()
    {
        Emulator.Script(EmulatorFault.MaxTokensSpentOnThinking());
        var exception = await Assert.ThrowsAsync<GeminiTruncatedException>(() => Desk.SummarizeAsync(Documents.Clock));
        Assert.Equal("", exception.Text);
        Assert.True(exception.Usage.ThoughtsTokenCount > 0);
    }

    [Fact]
    public async Task Empty_candidates()
    {
        Emulator.Script(EmulatorFault.EmptyCandidates().Times(10));
        await Assert.ThrowsAsync<GeminiEmptyAnswerException>(() => Desk.SummarizeOnceAsync(Documents.Clock));
    }

    [Fact]
    public async Task Thoughts_are_not_the_answer()
    {
        string plain = await Desk.SummarizeAsync(Documents.Clock);
        Emulator.Script(EmulatorFault.ThoughtParts().Times(3));
        Assert.Equal(plain, await Desk.SummarizeAsync(Documents.Clock));
        Assert.Equal("The harbour clock", (await Desk.DescribeAsync(Documents.Clock)).Title);
        string streamed = "";
        await foreach (string piece in Desk.StreamAsync(Documents.Clock))
        {
            streamed += piece;
        }

        Assert.Equal(plain, streamed);
    }

    [Fact]
    public async Task Malformed_json_has_raw_text_and_path()
    {
        Emulator.Script(EmulatorFault.MalformedJson());
        var exception = await Assert.ThrowsAsync<GeminiMalformedAnswerException>(() => Desk.DescribeAsync(Documents.Clock));
        Assert.StartsWith("{\"title\":", exception.RawText, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("$", exception.JsonPath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":"a","kind":"Novel","topics":[],"published":null,"author":{"name":"b","email":null}}""", "$.kind", "must be one of")]
    [InlineData("""{"title":"a","kind":"Letter","topics":[],"published":null,"author":{"email":null}}""", "$.author.name", "is missing")]
    [InlineData("""{"title":"a","kind":"Letter","topics":[],"published":null}""", "$.author", "is missing")]
    [InlineData("""{"title":"a","kind":"Letter","topics":["b",null],"published":null,"author":{"name":"b","email":null}}""", "$.topics[1]", "must not be null")]
    [InlineData("""{"title":"a","title":"b","kind":"Letter","topics":[],"published":null,"author":{"name":"b","email":null}}""", "$.title", "must not stand there twice")]
    public async Task Answer_that_does_not_fit_has_raw_text_path_and_fault(string answer, string path, string fault)
    {
        Emulator.Script(EmulatorFault.Answer(answer));
        var exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk.DescribeAsync(Documents.Clock));
        Assert.Equal(answer, exception.RawText);
        Assert.Equal(path, exception.JsonPath);
        Assert.Contains($"IDesk.DescribeAsync: the JSON gemini-3.8-flash answered does not fit Card: {path} {fault}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_member_of_an_element_is_named()
    {
        Emulator.Script(EmulatorFault.Answer("[{}]"));
        var exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk.ChaptersAsync(Documents.Clock));
        Assert.StartsWith("$[0].", exception.JsonPath, StringComparison.Ordinal);
        Assert.Contains("does not fit list of Chapter: $[0].", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.0", 5)]
    [InlineData("1e2", 100)]
    [InlineData("-7", -7)]
    public async Task Whole_number_is_read_however_it_is_written(string answer, int expected)
    {
        Emulator.Script(EmulatorFault.Answer(answer), EmulatorFault.Answer($$"""{"wordCount":{{answer}},"headingCount":{{answer}}}"""));
        Assert.Equal(expected, await Desk.CountAsync(Documents.Clock));
        Measures measures = await Desk.MeasureAsync(Documents.Clock);
        Assert.Equal((expected, expected), (measures.WordCount, measures.HeadingCount));
    }

    [Theory]
    [InlineData("5.5", "whole")]
    [InlineData("1e10", "range of int")]
    public async Task Number_that_is_no_int_is_refused(string answer, string fault)
    {
        Emulator.Script(EmulatorFault.Answer(answer));
        var exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk.CountAsync(Documents.Clock));
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_too_large_is_never_infinity()
    {
        Emulator.Script(EmulatorFault.Answer("1e400"));
        var exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk.ConfidenceAsync(Documents.Clock));
        Assert.Contains("range of double", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_stream_is_interrupted_and_not_repeated()
    {
        Emulator.Script(EmulatorFault.CutStream(afterChunks: 2));
        (string text, Exception? error) = await ReadAsync(Desk.StreamWithUsageAsync(Documents.Clock));
        Assert.StartsWith("The harbour clock", text, StringComparison.Ordinal);
        Assert.IsType<GeminiStreamInterruptedException>(error);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Stream_without_an_end_is_interrupted()
    {
        Emulator.Script(EmulatorFault.EndStreamEarly(afterChunks: 2));
        (string text, Exception? error) = await ReadAsync(Desk.StreamWithUsageAsync(Documents.Clock));
        Assert.NotEqual("", text);
        Assert.IsType<GeminiStreamInterruptedException>(error);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Error_inside_a_stream_ends_it_with_the_apis_error()
    {
        Emulator.Script(EmulatorFault.Unavailable().InsideStream(afterChunks: 2));
        (string text, Exception? error) = await ReadAsync(Desk.StreamWithUsageAsync(Documents.Clock));
        Assert.NotEqual("", text);
        Assert.IsAssignableFrom<GeminiException>(error);
        Assert.Single(Emulator.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Truncated_or_blocked_stream_ends_with_its_error(bool blocked)
    {
        Emulator.Script(blocked ? EmulatorFault.BlockedPrompt() : EmulatorFault.MaxTokens());
        PromptStream<string> stream = Desk.StreamWithUsageAsync(Documents.Clock);
        (string text, Exception? error) = await ReadAsync(stream);
        Assert.IsType(blocked ? typeof(GeminiBlockedException) : typeof(GeminiTruncatedException), error);
        Assert.Equal(blocked, text.Length == 0);
        Assert.Same(error, await Assert.ThrowsAnyAsync<GeminiException>(() => stream.Completion));
    }

    private static async Task<(string Text, Exception? Error)> ReadAsync(PromptStream<string> stream)
    {
        string text = "";
        try
        {
            await foreach (string piece in stream)
            {
                text += piece;
            }
        }
        catch (GeminiException exception)
        {
            return (text, exception);
        }

        return (text, null);
    }
}
