namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2009.</summary>
public sealed class NoTimeLimitTests
{
    [Theory]
    [InlineData("static readonly HttpClient Slow = new() { Timeout = Timeout.InfiniteTimeSpan }; Task M(HttpContent c) => {|GG2009:Slow.PostAsync|}(\"URL\", c);")]
    [InlineData("readonly HttpClient _slow = new HttpClient(); void Set() { _slow.Timeout = System.Threading.Timeout.InfiniteTimeSpan; } Task M(HttpContent c) => {|GG2009:_slow.PostAsync|}(\"URL\", c);")]
    public async Task Triggers(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2009", member);

    [Theory]
    [InlineData("Task M(HttpContent c) => _http.PostAsync(\"URL\", c);")]
    [InlineData("static readonly HttpClient Slow = new() { Timeout = TimeSpan.FromMinutes(5) }; Task M(HttpContent c) => Slow.PostAsync(\"URL\", c);")]
    [InlineData("static readonly HttpClient Slow = new() { Timeout = Timeout.InfiniteTimeSpan }; async Task M(HttpContent c) { using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5)); await Slow.PostAsync(\"URL\", c, limit.Token); }")]
    [InlineData("static readonly HttpClient Slow = new() { Timeout = Timeout.InfiniteTimeSpan }; Task M(HttpContent c, CancellationToken t) => Slow.PostAsync(\"URL\", c, t);")]
    [InlineData("static readonly HttpClient Slow = new() { Timeout = Timeout.InfiniteTimeSpan }; Task M(HttpContent c) => Slow.PostAsync(\"https://example.com\", c);")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2009", member);
}
