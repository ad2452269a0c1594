using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Answers;

/// <summary>Dates with a time of day are read alike on every machine.</summary>
public sealed class MomentTests
{
    private static readonly JsonSerializerOptions Settings = new() { TypeInfoResolver = CardContext.Default };

    [Theory]
    [InlineData("2026-03-09T17:05:00Z", "2026-03-09T17:05:00.0000000Z")]
    [InlineData("2026-03-09T17:05:00+02:00", "2026-03-09T15:05:00.0000000Z")]
    [InlineData("2026-03-09T17:05:00-00:30", "2026-03-09T17:35:00.0000000Z")]
    [InlineData("2026-03-09T17:05:00\\u002B02:00", "2026-03-09T15:05:00.0000000Z")]
    [InlineData("2026-03-09T17:05:00", "2026-03-09T17:05:00.0000000")]
    [InlineData("2026-03-09", "2026-03-09T00:00:00.0000000")]
    public void ADateTimeIsUtcOrWithoutAZone(string json, string expected)
        => Assert.Equal(expected, Read<DateTime>(json).ToString("O"));

    [Theory]
    [InlineData("2026-03-09T17:05:00Z", "2026-03-09T17:05:00.0000000+00:00")]
    [InlineData("2026-03-09T17:05:00.25+02:00", "2026-03-09T17:05:00.2500000+02:00")]
    [InlineData("2026-03-09T17:05:00\\u002B02:00", "2026-03-09T17:05:00.0000000+02:00")]
    public void ADateTimeOffsetKeepsItsOffset(string json, string expected)
        => Assert.Equal(expected, Read<DateTimeOffset>(json).ToString("O"));

    [Theory]
    [InlineData("2026-03-09T17:05:00")]
    [InlineData("2026-03-09")]
    public void ADateTimeOffsetWithoutAnOffsetIsRefused(string json)
    {
        JsonException error = Assert.ThrowsAny<JsonException>(() => Read<DateTimeOffset>(json));
        Assert.StartsWith("must end with Z or an offset", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("09.03.2026")]
    public void WhatIsNoDateIsRefused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read<DateTime>(json));
        Assert.ThrowsAny<JsonException>(() => Read<DateTimeOffset>(json));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("5", PromptAnswers.CreateMoment<DateTime>(Settings)));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("5", PromptAnswers.CreateMoment<DateTimeOffset>(Settings)));
    }

    [Fact]
    public void WhatIsWrittenIsReadAgain()
    {
        JsonTypeInfo<DateTimeOffset> info = PromptAnswers.CreateMoment<DateTimeOffset>(Settings);
        DateTimeOffset moment = new(2026, 3, 9, 17, 5, 0, TimeSpan.FromHours(2));
        Assert.Equal(moment, JsonSerializer.Deserialize(JsonSerializer.Serialize(moment, info), info));
    }

    private static T Read<T>(string text)
        where T : struct
        => JsonSerializer.Deserialize("\"" + text + "\"", PromptAnswers.CreateMoment<T>(Settings));
}
