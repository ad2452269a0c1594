using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Time limits and cancellation, against a server that is slow or silent.</summary>
public sealed class TimeTests : EndToEndTest
{
    [Fact]
    public async Task Limit_of_an_attempt_is_named()
    {
        var clock = new RecordingClock();
        IDesk desk = CreateDesk(options => (options.TimeProvider, options.AttemptTimeout) = (clock, TimeSpan.FromSeconds(40)));
        Emulator.Script(EmulatorFault.NeverAnswers());
        Task<string> call = desk.SummarizeOnceAsync(Documents.Clock);
        await Emulator.WaitForRequestsAsync(1).WaitAsync(Patience);
        clock.Advance(TimeSpan.FromSeconds(40));
        var exception = await Assert.ThrowsAsync<GeminiTimeoutException>(() => call.WaitAsync(Patience));
        Assert.Equal(GeminiTimeLimit.Attempt, exception.Limit);
        Assert.Equal(TimeSpan.FromSeconds(40), exception.Duration);
        Assert.Contains("AttemptTimeout", exception.Message, StringComparison.Ordinal);
        Assert.Equal(RequestEnding.ClosedByClient, await Emulator.Requests[0].Ending.WaitAsync(Patience));
    }

    [Fact]
    public async Task Limit_of_a_call_is_named()
    {
        var clock = new RecordingClock();
        IDesk desk = CreateDesk(options => options.TimeProvider = clock);
        Emulator.Script(EmulatorFault.NeverAnswers());
        Task<string> call = desk.SummarizeInTimeAsync(Documents.Clock);
        await Emulator.WaitForRequestsAsync(1).WaitAsync(Patience);
        clock.Advance(TimeSpan.FromSeconds(90));
        var exception = await Assert.ThrowsAsync<GeminiTimeoutException>(() => call.WaitAsync(Patience));
        Assert.Equal(GeminiTimeLimit.Call, exception.Limit);
        Assert.Equal(TimeSpan.FromSeconds(90), exception.Duration);
        Assert.Contains("[Timeout]", exception.Message, StringComparison.Ordinal);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Slow_answer_within_the_limits_is_an_answer()
    {
        Emulator.Script(EmulatorFault.Slow(TimeSpan.FromMilliseconds(50)));
        Assert.NotEqual("", await Desk.SummarizeAsync(Documents.Clock));
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Stalled_stream_is_given_up()
    {
        var clock = new RecordingClock();
        IDesk desk = CreateDesk(options => (options.TimeProvider, options.StreamIdleTimeout) = (clock, TimeSpan.FromSeconds(30)));
        Emulator.Script(EmulatorFault.StallStream(afterChunks: 1));
        await using IAsyncEnumerator<string> pieces = desk.StreamWithUsageAsync(Documents.Clock).GetAsyncEnumerator();
        Assert.True(await pieces.MoveNextAsync());
        Task<bool> next = pieces.MoveNextAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(30));
        var exception = await Assert.ThrowsAnyAsync<GeminiException>(() => next.WaitAsync(Patience));
        Assert.Contains("StreamIdleTimeout", exception.Message, StringComparison.Ordinal);
        Assert.Equal(RequestEnding.ClosedByClient, await Emulator.Requests[0].Ending.WaitAsync(Patience));
    }

    [Fact]
    public async Task Cancelled_call_closes_the_connection()
    {
        using var cancellation = new CancellationTokenSource();
        Emulator.Script(EmulatorFault.NeverAnswers());
        Task<string> call = Desk.SummarizeAsync(Documents.Clock, cancellation.Token);
        await Emulator.WaitForRequestsAsync(1).WaitAsync(Patience);
        Assert.False(Emulator.Requests[0].Ending.IsCompleted);
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal(RequestEnding.ClosedByClient, await Emulator.Requests[0].Ending.WaitAsync(Patience));
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Cancelled_stream_closes_the_connection()
    {
        using var cancellation = new CancellationTokenSource();
        Emulator.Script(EmulatorFault.StallStream(afterChunks: 1));
        await using IAsyncEnumerator<string> pieces = Desk.StreamWithUsageAsync(Documents.Clock, cancellation.Token).GetAsyncEnumerator();
        Assert.True(await pieces.MoveNextAsync());
        Task<bool> next = pieces.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Patience));
        Assert.Equal(RequestEnding.ClosedByClient, await Emulator.Requests[0].Ending.WaitAsync(Patience));
    }

    [Fact]
    public async Task Abandoned_stream_closes_the_connection()
    {
        Emulator.Script(EmulatorFault.StallStream(afterChunks: 1));
        await foreach (string piece in Desk.StreamAsync(Documents.Clock))
        {
            Assert.NotEqual("", piece);
            break;
        }

        Assert.Equal(RequestEnding.ClosedByClient, await Emulator.Requests[0].Ending.WaitAsync(Patience));
    }

    [Fact]
    public async Task Wait_for_a_retry_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new RecordingClock();
        IDesk desk = CreateDesk(options => options.TimeProvider = clock);
        Emulator.Script(EmulatorFault.QuotaPerMinute(TimeSpan.FromSeconds(20)));
        Task<string> call = desk.SummarizeAsync(Documents.Clock, cancellation.Token);
        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(20)).WaitAsync(Patience);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience));
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Call_cancelled_before_it_begins_sends_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Desk.SummarizeAsync(Documents.Clock, new CancellationToken(canceled: true)));
        Assert.Empty(Emulator.Requests);
    }
}
