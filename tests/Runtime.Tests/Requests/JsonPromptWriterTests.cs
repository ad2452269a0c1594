using System.Globalization;
using System.Text;
using System.Text.Json;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Requests;

public sealed class JsonPromptWriterTests
{
    public static TheoryData<string> Texts =>
    [
        "", "plain", "\"quoted\"", "back\\slash", "line\nline\r\n\ttab", "{\"a\":[1]}]}", "\0\u0001\u001f\u007f\u0080", "ümlaut € 漢字 😀👩‍👩‍👧", "<script>&'+",
        "\u2028\u2029", "😀\"😀", "\\\"\\\"", "{name} {{x}} {0}", new string('"', 5000), new string('€', 5000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task TextArrivesAsItIs(string text) => Assert.Equal("Q: " + text, await SendAsync(text));

    [Fact]
    public async Task AMegabyteOfMixedTextArrivesAsItIs()
    {
        StringBuilder text = new();
        while (text.Length < 1_000_000)
        {
            text.Append("He said \"so {what}\" \\ ]}]} 😀 naïve 漢字\r\n\t").Append(text.Length);
        }

        Assert.Equal("Q: " + text, await SendAsync(text.ToString()));
    }

    // H and L stand for the halves of a pair: test data with halves of their own would not survive the runner.
    [Theory]
    [InlineData("aH", "a\ufffd")]
    [InlineData("Lb", "\ufffdb")]
    [InlineData("H\"L", "\ufffd\"\ufffd")]
    [InlineData("HHL", "\ufffd😀")]
    public async Task ALoneSurrogateArrivesAsReplacementCharacter(string text, string expected)
        => Assert.Equal("Q: " + expected, await SendAsync(text.Replace('H', '\ud83d').Replace('L', '\ude00')));

    [Fact]
    public void RandomTextRoundTrips()
    {
        Random random = new(20261124);
        for (int round = 0; round < 3000; round++)
        {
            string text = RandomText(random);
            using PooledUtf8Buffer buffer = new();
            buffer.Append("\""u8);
            JsonText.AppendEscaped(buffer, text);
            buffer.Append("\""u8);
            string read = JsonDocument.Parse(buffer.WrittenMemory).RootElement.GetString()!;
            Assert.Equal(WellFormed(text), read);
        }
    }

    [Fact]
    public void OnlyWhatJsonDemandsIsEscaped()
    {
        using PooledUtf8Buffer buffer = new();
        JsonText.AppendEscaped(buffer, "a/b'<>&+ü😀\u007f\"\\\b\f\u0000\u001f");
        Assert.Equal("a/b'<>&+ü😀\u007f\\\"\\\\\\u0008\\u000c\\u0000\\u001f", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    public static TheoryData<object, string?, string> Formatted => new()
    {
        { 1234567.5, null, "1234567.5" },
        { -3, "D4", "-0003" },
        { 12.5m, "N1", "12.5" },
        { new DateTime(2026, 11, 24), "yyyy-MM-dd", "2026-11-24" },
        { new DateTime(2026, 11, 24), "'\"day\" \\\\'dd", "\"day\" \\24" },
        { TimeSpan.FromMinutes(90), "g", "1:30:00" },
        { Guid.Empty, "N", new string('0', 32) },
    };

    [Theory]
    [MemberData(nameof(Formatted))]
    public void ValuesAreFormattedInTheInvariantCulture(object value, string? format, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, Written((ISpanFormattable)value, format));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void AValueLongerThanTheStackBufferIsWrittenWhole()
    {
        System.Numerics.BigInteger number = System.Numerics.BigInteger.Pow(10, 3000);
        Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Written(number, null));
    }

    [Fact]
    public void NullAndCharactersAreWritten()
    {
        using PooledUtf8Buffer buffer = new();
        JsonText.AppendEscaped(buffer, null);
        JsonText.AppendFormatted<Version>(buffer, null!, null);
        Assert.Equal(0, buffer.Length);
        Assert.Equal("\\\"", WrittenCharacter('"'));
        Assert.Equal("\ufffd", WrittenCharacter('\ud83d'));
    }

    private static string WrittenCharacter(char value)
    {
        using GeminiClient client = new(TestClient.Options());
        PromptRequest request = new(client, Desk.Method());
        new JsonPromptWriter(request).Value(value);
        string text = Encoding.UTF8.GetString(request.Body.WrittenSpan);
        request.Release();
        return text;
    }

    private static string Written<T>(T value, string? format)
        where T : ISpanFormattable
    {
        using PooledUtf8Buffer buffer = new();
        buffer.Append("\""u8);
        JsonText.AppendFormatted(buffer, value, format);
        buffer.Append("\""u8);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement.GetString()!;
    }

    private static async Task<string> SendAsync(string text)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        await new Desk(client).AskAsync(text);
        return handler.Requests[0].Prompt;
    }

    private static string RandomText(Random random)
    {
        char[] text = new char[random.Next(0, 300)];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = random.Next(6) switch
            {
                0 => "\"\\{}[]\r\n\t"[random.Next(9)],
                1 => (char)random.Next(0xD800, 0xE000),
                2 => (char)random.Next(0, 0x20),
                3 => (char)random.Next(0x80, 0xFFFF),
                _ => (char)random.Next(0x20, 0x7F),
            };
        }

        return new string(text);
    }

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
