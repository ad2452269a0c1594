namespace GeminiGen.Runtime.Tests.Retries;

public sealed class DurationTests
{
    [Theory]
    [InlineData("34.074824224s", 340748243)]
    [InlineData("34s", 340000000)]
    [InlineData("0s", 0)]
    [InlineData("0.000000001s", 1)]
    [InlineData("900.2ms", 9002000)]
    [InlineData("1h2m3.5s", 37235000000)]
    [InlineData(" 65205s ", 652050000000)]
    public void DurationsAreReadAndRoundedUp(string text, long ticks) => Assert.Equal(TimeSpan.FromTicks(ticks), Durations.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("34")]
    [InlineData("-3s")]
    [InlineData("1.2.3s")]
    [InlineData("3d")]
    [InlineData("99999999999999999999999s")]
    public void WhatIsNoDurationIsNone(string text) => Assert.Null(Durations.Parse(text));

    [Theory]
    [InlineData("You exceeded your quota. Please retry in 34.07s.", 34.07)]
    [InlineData("Please retry in 900.2ms.", 0.9002)]
    [InlineData("Please Retry In 1m3s", 63)]
    public void TheDurationInAMessageIsFound(string message, double seconds) => Assert.Equal(seconds, Durations.FindInMessage(message)!.Value.TotalSeconds, 6);

    [Theory]
    [InlineData("no delay")]
    [InlineData("retry in a while")]
    public void AMessageWithoutOneHasNone(string message) => Assert.Null(Durations.FindInMessage(message));
}
