using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GeminiGen.CompilerServices;

namespace GeminiGen.Runtime.Tests.Answers;

/// <summary>Numbers as models write them, read through the descriptions that generated code asks for.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData("-5", -5)]
    [InlineData("5.0", 5)]
    [InlineData("-5.000", -5)]
    [InlineData("1e2", 100)]
    [InlineData("1E+2", 100)]
    [InlineData("1.5e1", 15)]
    [InlineData("150e-1", 15)]
    [InlineData("100.00e-2", 1)]
    [InlineData("0.05e2", 5)]
    [InlineData("0e99999999999", 0)]
    [InlineData("-0.0e-99999999999", 0)]
    [InlineData("2147483647.0", int.MaxValue)]
    [InlineData("-2.147483648e9", int.MinValue)]
    public void AWholeNumberIsReadHoweverItIsWritten(string json, int expected) => Assert.Equal(expected, Read<int>(Integer<int>, json));

    [Theory]
    [InlineData("5.5")]
    [InlineData("1e-2")]
    [InlineData("15e-1")]
    [InlineData("5.0000000000000000000000000000000000001")]
    [InlineData("1e-99999999999")]
    public void ANumberThatIsNotWholeIsRefused(string json)
        => Assert.Contains("whole number", Assert.ThrowsAny<JsonException>(() => Read<int>(Integer<int>, json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649.0")]
    [InlineData("1e400")]
    [InlineData("-1e99999999999")]
    [InlineData("99999999999999999999999999999999999999999999")]
    public void ANumberOutOfRangeIsRefused(string json)
        => Assert.Contains("range of int", Assert.ThrowsAny<JsonException>(() => Read<int>(Integer<int>, json)).Message, StringComparison.Ordinal);

    [Fact]
    public void EachTypeHasItsOwnRange()
    {
        Assert.Equal(byte.MaxValue, Read<byte>(Integer<byte>, "255.0"));
        Assert.Equal(long.MinValue, Read<long>(Integer<long>, "-9.223372036854775808e18"));
        Assert.Equal(ulong.MaxValue, Read<ulong>(Integer<ulong>, "18446744073709551615"));
        Assert.Equal(ulong.MaxValue, Read<ulong>(Integer<ulong>, "18446744073709551615.0"));
        Assert.ThrowsAny<JsonException>(() => Read<byte>(Integer<byte>, "256"));
        Assert.ThrowsAny<JsonException>(() => Read<uint>(Integer<uint>, "-1"));
        Assert.ThrowsAny<JsonException>(() => Read<ulong>(Integer<ulong>, "-1.0"));
        Assert.ThrowsAny<JsonException>(() => Read<ulong>(Integer<ulong>, "18446744073709551616"));
        Assert.ThrowsAny<JsonException>(() => Read<long>(Integer<long>, "9223372036854775808"));
    }

    [Fact]
    public void AFloatingPointNumberIsNeverInfinite()
    {
        Assert.Equal(1e308, Read<double>(Float<double>, "1e308"));
        Assert.Equal(-0.25f, Read<float>(Float<float>, "-2.5e-1"));
        Assert.Equal(0.0, Read<double>(Float<double>, "1e-400"));
        Assert.Contains("range of double", Assert.ThrowsAny<JsonException>(() => Read<double>(Float<double>, "1e400")).Message, StringComparison.Ordinal);
        Assert.Contains("range of float", Assert.ThrowsAny<JsonException>(() => Read<float>(Float<float>, "-1e99")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"5\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[5]")]
    public void WhatIsNoNumberIsRefused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read<int>(Integer<int>, json));
        Assert.ThrowsAny<JsonException>(() => Read<double>(Float<double>, json));
    }

    [Fact]
    public void NumbersCanBeWritten()
    {
        Assert.Equal("18446744073709551615", JsonSerializer.Serialize(ulong.MaxValue, (JsonTypeInfo<ulong>)Options(Integer<ulong>).GetTypeInfo(typeof(ulong))));
        Assert.Equal("0.5", JsonSerializer.Serialize(0.5f, (JsonTypeInfo<float>)Options(Float<float>).GetTypeInfo(typeof(float))));
    }

    private static JsonTypeInfo<T> Integer<T>(JsonSerializerOptions options)
        where T : struct, System.Numerics.IBinaryInteger<T> => PromptAnswers.CreateInteger<T>(options);

    private static JsonTypeInfo<T> Float<T>(JsonSerializerOptions options)
        where T : struct, System.Numerics.IBinaryFloatingPointIeee754<T> => PromptAnswers.CreateFloat<T>(options);

    private static T Read<T>(Func<JsonSerializerOptions, JsonTypeInfo> create, string json)
        => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Options(create).GetTypeInfo(typeof(T)))!;

    private static JsonSerializerOptions Options(Func<JsonSerializerOptions, JsonTypeInfo> create) => new() { TypeInfoResolver = new Resolver(create) };

    private sealed class Resolver(Func<JsonSerializerOptions, JsonTypeInfo> create) : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => create(options);
    }
}
