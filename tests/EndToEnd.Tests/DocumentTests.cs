using System.Text;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Documents arrive as exactly the same text.</summary>
public sealed class DocumentTests : EndToEndTest
{
    public static TheoryData<string, string> Texts => new()
    {
        { "quotes", "She said \"no\" and 'yes' \\ \"\\n\" \\\\\"" },
        { "braces", "{document} {{document}} }}{{ {0} ${x} %s" },
        { "emoji", "\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467 \u2764\uFE0F 🇩🇪" },
        { "end of json", "}]}\"}]}],\"contents\":[]}" },
        { "controls", "\0\u0001\b\f\n\r\t\u001F\u007F\u0085\u2028\u2029\uFEFF" },
        { "line ends", "a\r\nb\rc\n\n\nd" },
        { "html", "<script>alert('&amp;')</script>" },
        { "languages", "Grüße, Привет, 日本語, 한국어, العربية, हिन्दी, ไทย" },
        { "combining", "e\u0301 \u1E9B\u0323 \uAC00\u11A8" },
        { "white space", "   \t leading and trailing \n " },
        { "nothing", "" },
        { "edge of the planes", "\uFFFD\uFFFE\uFFFF\U0010FFFF\uE000" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Same_text(string name, string text)
    {
        Assert.NotEmpty(name);
        await Desk.SummarizeAsync(text);
        Assert.Equal(Encoding.UTF8.GetBytes("Summarise:\n" + text), Encoding.UTF8.GetBytes(PromptOf(Assert.Single(Emulator.Requests))));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Same_text_in_a_stream(string name, string text)
    {
        Assert.NotEmpty(name);
        await foreach (string piece in Desk.StreamAsync(text))
        {
            Assert.NotNull(piece);
        }

        Assert.Equal("Summarise:\n" + text, PromptOf(Assert.Single(Emulator.Requests)));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('"')]
    [InlineData('ü')]
    [InlineData('漢')]
    public async Task One_megabyte(char letter)
    {
        string text = new(letter, 1024 * 1024);
        await Desk.SummarizeAsync(text);
        Assert.Equal("Summarise:\n" + text, PromptOf(Assert.Single(Emulator.Requests)));
    }

    [Fact]
    public async Task Lone_surrogate_becomes_the_replacement_character()
    {
        // Not test data of attributes: those are stored as UTF-8, which has no lone surrogates.
        (string Text, string Expected)[] cases =
        [
            ("a\uD83Db", "a\uFFFDb"),
            ("\uDE00", "\uFFFD"),
            ("\uD83D", "\uFFFD"),
            ("\uD83D\uD83D\uDE00", "\uFFFD\U0001F600"),
            ("\uDE00\uD83D", "\uFFFD\uFFFD"),
        ];
        foreach ((string text, _) in cases)
        {
            await Desk.SummarizeAsync(text);
        }

        Assert.Equal(cases.Select(item => "Summarise:\n" + item.Expected), Emulator.Requests.Select(PromptOf));
    }

    [Fact]
    public async Task Null_is_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("document", () => Desk.SummarizeAsync(null!));
        Assert.Throws<ArgumentNullException>("document", () => { Desk.StreamWithUsageAsync(null!); });
        Assert.Empty(Emulator.Requests);
    }
}
