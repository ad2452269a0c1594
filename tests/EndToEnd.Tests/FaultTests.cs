using System.Net;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Errors of the API: what is retried, what is not, and what the caller sees.</summary>
public sealed class FaultTests : EndToEndTest
{
    [Fact]
    public async Task Quota_of_the_minute_is_waited_for_as_long_as_the_api_asks()
    {
        var clock = new RecordingClock();
        IDesk desk = CreateDesk(options => options.TimeProvider = clock);
        Emulator.Script(EmulatorFault.QuotaPerMinute(TimeSpan.FromSeconds(34.5)));
        Task<PromptResult<string>> call = desk.SummarizeWithUsageAsync(Documents.Clock);
        await clock.WaitForTimerAsync(TimeSpan.FromSeconds(34.5)).WaitAsync(Patience);
        clock.Advance(TimeSpan.FromSeconds(34.4));
        Assert.Single(Emulator.Requests);
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        PromptResult<string> result = await call.WaitAsync(Patience);
        Assert.Equal(2, result.Attempts);
        Assert.Equal(2, Emulator.Requests.Count);
        Assert.Equal(Emulator.Requests[0].Body.ToArray(), Emulator.Requests[1].Body.ToArray());
        Assert.IsType<GeminiQuotaExceededException>(Assert.Single(result.AttemptErrors));
    }

    [Fact]
    public async Task Quota_of_the_day_is_not_retried()
    {
        Emulator.Script(EmulatorFault.QuotaPerDay().Times(5));
        var exception = await Assert.ThrowsAsync<GeminiQuotaExceededException>(() => Desk.SummarizeAsync(Documents.Clock));
        Assert.Equal(GeminiQuotaScope.PerDay, exception.Scope);
        Assert.Single(Emulator.Requests);
    }

    public static TheoryData<EmulatorFault> Transient => new(EmulatorFault.InternalError(), EmulatorFault.Unavailable(), EmulatorFault.Unavailable().InArray(), EmulatorFault.ApiFailure(504, "DEADLINE_EXCEEDED", "Too late."));

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task Server_faults_are_retried(EmulatorFault fault)
    {
        Emulator.Script(fault.Times(2));
        PromptResult<string> result = await Desk.SummarizeWithUsageAsync(Documents.Clock);
        Assert.Equal(PromptOutcome.Complete, result.Outcome);
        Assert.Equal(3, result.Attempts);
        Assert.Equal(3, Emulator.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task Server_faults_that_stay_are_told_after_the_last_attempt(EmulatorFault fault)
    {
        Emulator.Script(fault.Times(9));
        var exception = await Assert.ThrowsAsync<GeminiServerException>(() => Desk.SummarizeAsync(Documents.Clock));
        Assert.Equal(5, Emulator.Requests.Count);
        Assert.Equal(5, exception.Attempts);
        Assert.Equal(4, exception.AttemptErrors.Count);
    }

    [Fact]
    public async Task Attempts_can_be_one()
    {
        Emulator.Script(EmulatorFault.Unavailable());
        var exception = await Assert.ThrowsAsync<GeminiServerException>(() => Desk.SummarizeOnceAsync(Documents.Clock));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.StatusCode);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Streams_are_retried_before_their_first_text()
    {
        Emulator.Script(EmulatorFault.Unavailable(), EmulatorFault.InternalError());
        string text = "";
        await foreach (string piece in Desk.StreamAsync(Documents.Clock))
        {
            text += piece;
        }

        Assert.Contains("harbour clock", text, StringComparison.Ordinal);
        Assert.Equal(3, Emulator.Requests.Count);
    }

    [Fact]
    public async Task Refused_key_is_not_retried()
    {
        IDesk desk = CreateDesk(options => options.ApiKey = "wrong");
        var exception = await Assert.ThrowsAsync<GeminiAuthenticationException>(() => desk.SummarizeAsync(Documents.Clock));
        Assert.Equal("API_KEY_INVALID", exception.Reason);
        Assert.DoesNotContain("wrong", exception.ToString().Replace(nameof(Refused_key_is_not_retried), "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Refused_request_tells_what_the_api_said()
    {
        Emulator.Script(EmulatorFault.ApiFailure(400, "INVALID_ARGUMENT", "The schema has too many states for serving."));
        var exception = await Assert.ThrowsAsync<GeminiInvalidRequestException>(() => Desk.DescribeAsync(Documents.Clock));
        Assert.Contains("too many states", exception.Message, StringComparison.Ordinal);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Permission_is_its_own_error()
    {
        Emulator.Script(EmulatorFault.ApiFailure(403, "PERMISSION_DENIED", "Not for you."));
        await Assert.ThrowsAsync<GeminiPermissionException>(() => Desk.SummarizeAsync(Documents.Clock));
    }

    [Fact]
    public async Task Unknown_model_names_the_nearest()
    {
        IDesk desk = CreateDesk(options => options.Models["IDesk"] = "gemini-3.8-flahs");
        var exception = await Assert.ThrowsAsync<GeminiModelNotFoundException>(() => desk.SummarizeAsync(Documents.Clock));
        Assert.Equal("gemini-3.8-flash", exception.NearestModel);
        Assert.Contains("gemini-3.8-flash", exception.Message, StringComparison.Ordinal);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Model_of_the_contracts_full_name_wins()
    {
        IDesk desk = CreateDesk(options =>
        {
            options.Models["IDesk"] = "gemini-2.0-flash";
            options.Models[typeof(IDesk).FullName!] = GeminiModels.Gemini38Flash;
        });
        Assert.Equal(GeminiModels.Gemini38Flash, (await desk.SummarizeWithUsageAsync(Documents.Clock)).Model);
    }

    [Fact]
    public async Task Retired_model_names_its_successor()
    {
        IDesk desk = CreateDesk(options => options.Models["IDesk"] = "gemini-2.0-flash");
        var exception = await Assert.ThrowsAsync<GeminiModelNotFoundException>(() => desk.SummarizeAsync(Documents.Clock));
        Assert.Equal("gemini-3.1-flash-lite", exception.NearestModel);
    }
}
