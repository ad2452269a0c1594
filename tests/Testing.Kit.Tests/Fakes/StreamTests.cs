using GeminiGen.Testing.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Testing.Tests.Fakes;

/// <summary>Streams of fakes.</summary>
public sealed class StreamTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly GeminiFake<ISupportDesk> _fake;

    public StreamTests() => _fake = GeminiFake.For<ISupportDesk>(new GeminiFakeOptions { TimeProvider = _clock });

    [Fact]
    public async Task Pieces_are_streamed_and_the_completion_tells_tokens()
    {
        _fake.OnWritePoem("Roses ", "are ", "red");

        PromptStream<string> poem = _fake.Instance.WritePoemAsync("roses");
        List<string> pieces = await ToListAsync(poem);

        Assert.Equal(["Roses ", "are ", "red"], pieces);
        PromptCompletion completion = await poem.Completion;
        Assert.Equal(FinishReason.Stop, completion.FinishReason);
        Assert.True(completion.Usage.CandidatesTokenCount > 0);
        Assert.Equal("Write a poem about roses", Assert.Single(_fake.WritePoemCalls()).UserPrompt);
    }

    [Fact]
    public async Task Items_are_a_function_of_the_arguments()
    {
        _fake.OnTopics(document => [new Topic(document), new Topic("more")]);

        Assert.Equal([new Topic("tides"), new Topic("more")], await ToListAsync(_fake.Instance.TopicsAsync("tides")));
    }

    [Fact]
    public async Task An_iterator_is_streamed()
    {
        _fake.OnWritePoem((topic, token) => Words(topic));

        Assert.Equal(["a", "b"], await ToListAsync(_fake.Instance.WritePoemAsync("a b")));

        static async IAsyncEnumerable<string> Words(string text)
        {
            foreach (string word in text.Split(' '))
            {
                await Task.Yield();
                yield return word;
            }
        }
    }

    [Fact]
    public async Task Pieces_come_in_their_time()
    {
        _fake.OnWritePoem(FakeStream.Of("one", "two").After(TimeSpan.FromSeconds(2)).Every(TimeSpan.FromSeconds(1)));
        await using IAsyncEnumerator<string> poem = _fake.Instance.WritePoemAsync("time").GetAsyncEnumerator();

        ValueTask<bool> first = poem.MoveNextAsync();
        Assert.False(first.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await first);
        Assert.Equal("one", poem.Current);

        ValueTask<bool> second = poem.MoveNextAsync();
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await second);
        Assert.Equal("two", poem.Current);
        Assert.False(await poem.MoveNextAsync());
    }

    [Fact]
    public async Task A_plain_answer_takes_its_time_too()
    {
        _fake.OnJoke("Ha.").After(TimeSpan.FromSeconds(5));

        Task<string> joke = _fake.Instance.JokeAsync();
        Assert.False(joke.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("Ha.", await joke);
    }

    [Fact]
    public async Task A_stream_fails_after_what_did_arrive()
    {
        _fake.OnWritePoem(FakeStream.Of("half").ThenThrows(new GeminiStreamInterruptedException("Gone.")));
        PromptStream<string> poem = _fake.Instance.WritePoemAsync("any");
        List<string> pieces = [];

        await Assert.ThrowsAsync<GeminiStreamInterruptedException>(async () =>
        {
            await foreach (string piece in poem)
            {
                pieces.Add(piece);
            }
        });

        Assert.Equal(["half"], pieces);
        await Assert.ThrowsAsync<GeminiStreamInterruptedException>(() => poem.Completion);
    }

    [Fact]
    public async Task A_stream_that_is_not_enumerated_is_no_call()
    {
        _fake.OnWritePoem("never");

        PromptStream<string> poem = _fake.Instance.WritePoemAsync("any");
        Assert.Empty(_fake.Calls);

        await ToListAsync(poem);
        Assert.Single(_fake.Calls);
    }

    [Fact]
    public async Task A_stream_without_an_answer_says_so()
    {
        UnansweredCallException exception = await Assert.ThrowsAsync<UnansweredCallException>(() => ToListAsync(_fake.Instance.WritePoemAsync("any")));

        Assert.Contains("ISupportDesk.WritePoemAsync(topic: \"any\")", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_a_stream()
    {
        _fake.OnWritePoem(FakeStream.Of("one", "two").Every(TimeSpan.FromHours(1)));
        using CancellationTokenSource source = new();
        await using IAsyncEnumerator<string> poem = _fake.Instance.WritePoemAsync("any", source.Token).GetAsyncEnumerator();
        Assert.True(await poem.MoveNextAsync());

        ValueTask<bool> next = poem.MoveNextAsync();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.AsTask());
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> stream)
    {
        List<T> items = [];
        await foreach (T item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
