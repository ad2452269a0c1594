using System.Text;
using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>What argument values become in the request.</summary>
public sealed class TemplateValueTests
{
    private readonly FakeGemini _gemini = FakeGemini.Text("Fine.");

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("quotes \" and \\ and {braces} and {{double}}")]
    [InlineData("}]}],\"contents\":[]}")]
    [InlineData("line\r\nfeeds\ttabs\0 nul \u0001 \u001f \u007f")]
    [InlineData("emoji 😀👩‍👩‍👧 and é ß 你好 \u2028 \u2029 \ufeff")]
    public async Task Text_arrives_as_it_is(string text)
    {
        await new TextDesk(_gemini.Client()).AnswerAsync(text);

        Assert.Equal(text, JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task A_megabyte_arrives_as_it_is()
    {
        string piece = "Ünïcode 😀 \"quoted\" \\ }]} \n";
        string text = new StringBuilder().Insert(0, piece, 1024 * 1024 / piece.Length).ToString();

        await new TextDesk(_gemini.Client()).AnswerAsync(text);

        Assert.Equal(text, JsonAssert.UserText(_gemini.Body));
    }

    /// <summary>The texts stand in the method: test data on its way through the runner would lose what is tested.</summary>
    [Fact]
    public async Task Lone_surrogate_becomes_the_replacement_character()
    {
        (string Text, string Expected)[] cases = [("\ud800", "\ufffd"), ("a\udc00b", "a\ufffdb"), ("\ud83d\ud83d\ude00", "\ufffd😀"), ("end\ud83d", "end\ufffd")];
        foreach ((string text, string expected) in cases)
        {
            await new TextDesk(_gemini.Client()).AnswerAsync(text);

            Assert.Equal(expected, JsonAssert.UserText(_gemini.Body));
        }
    }

    [Fact]
    public async Task Escapes_of_the_template()
    {
        var desk = new EscapesDesk(_gemini.Client());

        await desk.BracesAsync("1");
        Assert.Equal("Give {\"a\": 1} back, {1}.", JsonAssert.UserText(_gemini.Body));

        await desk.QuotesAsync("!");
        // A line break of a template is a line feed, whatever the source file was checked out with.
        Assert.Equal("He said \"hi\" \\ 'there'\n\ttab \0 \u0001 \u007f \u2028 \u2029 é 你好 \U0001F600 </script> !", JsonAssert.UserText(_gemini.Body));
        Assert.Equal("""C:\temp "quoted" ]}],"contents":[""", JsonAssert.SystemText(_gemini.Body));

        await desk.SurrogatesAsync("-");
        Assert.Equal("a\ufffdb - c\ufffd", JsonAssert.UserText(_gemini.Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public async Task Formats_are_invariant(string culture)
    {
        using var under = new UnderCulture(culture);
        var desk = new FormatsDesk(_gemini.Client());

        await desk.FormatAsync(new DateTime(2026, 3, 9, 17, 5, 0), new TimeOnly(17, 5), 1234.5m, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), TimeSpan.FromSeconds(61.5));
        Assert.Equal(
            "On 2026-03-09 at 17:05 it cost 1234.50, or 1234.5, id 00000001000200030405060708090a0b, after 00:01:01.5000000.",
            JsonAssert.UserText(_gemini.Body));

        await desk.KindsAsync(true, 'ß', 200, -1234567, 9_000_000_000, 0.1, 1.5f, DayOfWeek.Friday, new DateTimeOffset(2026, 3, 9, 17, 5, 0, TimeSpan.FromHours(2)));
        Assert.Equal("true ß 200 -1234567 9000000000 0.1 1.5 Friday 03/09/2026 17:05:00 +02:00", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task One_value_may_stand_twice()
    {
        await new FormatsDesk(_gemini.Client()).TwiceAsync("so");

        Assert.Equal("so and again so", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Default_values_of_the_class_are_those_of_the_interface()
    {
        await new DefaultsDesk(_gemini.Client()).DefaultsAsync("t");
        string throughClass = _gemini.Body;
        await ThroughInterface(new DefaultsDesk(_gemini.Client()));

        JsonAssert.Equal(_gemini.Body, throughClass);
        Assert.Equal(
            "t plain \"and\" \\ short -3 0.1 1.50 2.5 true ' Friday   -9223372036854775808 18446744073709551615 01/01/0001 00:00:00",
            JsonAssert.UserText(_gemini.Body));
    }

    private static Task<string> ThroughInterface<T>(T desk) where T : IDefaultsDesk => desk.DefaultsAsync("t");

    [Fact]
    public async Task Special_numbers_are_words()
    {
        await new DefaultsDesk(_gemini.Client()).SpecialAsync();

        Assert.Equal("NaN Infinity -Infinity", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Null_writes_nothing_where_it_is_allowed()
    {
        await new NullableDesk(_gemini.Client()).AnswerAsync("t", null, null, null, null, null, null, null);

        Assert.Equal("t|||||||", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Nullable_values_are_written()
    {
        await new NullableDesk(_gemini.Client()).AnswerAsync("t", "n", 3, new DateTime(2026, 1, 2), Tone.Casual, false, 'x', new Version(1, 2));

        Assert.Equal("t|n|3|2026|Casual|false|x|1.2", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Value_of_a_nullable_is_what_is_in_it_and_nothing_when_there_is_none()
    {
        await new NullableDesk(_gemini.Client()).ValuesAsync(3, new DateTime(2026, 1, 2), Tone.Casual, true);
        Assert.Equal("3|2026|1|Casual|yes", JsonAssert.UserText(_gemini.Body));

        await new NullableDesk(_gemini.Client()).ValuesAsync(null, null, null, null);
        Assert.Equal("|||", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Enum_without_a_name_is_its_number()
    {
        using var under = new UnderCulture("sv-SE");

        await new NullableDesk(_gemini.Client()).ObjectsAsync((Tone)(-42), new Version(1, 0), new Uri("https://example.com/a?b=%20c"));

        Assert.Equal("-42 1.0 https://example.com/a?b=%20c", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Parameter_kept_out_of_the_prompt_is_not_sent()
    {
        await new NullableDesk(_gemini.Client()).UnusedAsync("t", "secret");

        Assert.DoesNotContain("secret", _gemini.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_for_a_non_nullable_argument_is_refused_before_anything_is_sent()
    {
        ArgumentNullException text = await Assert.ThrowsAsync<ArgumentNullException>(() => new TextDesk(_gemini.Client()).AnswerAsync(null!));
        ArgumentNullException version = await Assert.ThrowsAsync<ArgumentNullException>(
            () => new NullableDesk(_gemini.Client()).ObjectsAsync(Tone.Formal, null!, new Uri("https://example.com")));

        Assert.Equal("question", text.ParamName);
        Assert.Equal("version", version.ParamName);
        Assert.Empty(_gemini.Bodies);
    }

    [Fact]
    public void Null_client_is_refused()
    {
        Assert.Equal("client", Assert.Throws<ArgumentNullException>(() => new TextDesk(null!)).ParamName);
    }

    [Fact]
    public async Task Keywords_are_names_like_others()
    {
        FakeGemini gemini = FakeGemini.Text("""{"class":"c","int":2}""");

        @namespace.@class.@enum answer = await new @namespace.@class.KeywordDesk(gemini.Client()).@return("a", 1, @namespace.@class.@checked.@private);

        Assert.Equal("a 1 private ", JsonAssert.UserText(gemini.Body));
        Assert.Equal(new @namespace.@class.@enum("c", 2), answer);
    }

    [Fact]
    public async Task Members_are_written_and_missing_ones_are_not()
    {
        var desk = new BlocksDesk(_gemini.Client());
        var friend = new Customer { Name = "Bo", Age = 7, Day = DayOfWeek.Sunday };

        await desk.MembersAsync(new Customer { Name = "A\"b", Day = DayOfWeek.Friday, Friend = friend }, new DateTime(2026, 3, 9));
        Assert.Equal("A\"b (, Friday), friend Bo 07 Sunday, 2026", JsonAssert.UserText(_gemini.Body));

        await desk.MembersAsync(friend, null);
        Assert.Equal("Bo (7, Sunday), friend   , ", JsonAssert.UserText(_gemini.Body));
    }

    [Theory]
    [InlineData("a\n", "|    a\n|a\n    |")]
    [InlineData("äöü", "|   äöü|äöü   |")]
    [InlineData("\u0001\"\\", "|   \u0001\"\\|\u0001\"\\   |")]
    [InlineData("😀", "|    😀|😀    |")]
    [InlineData("longer than six", "|longer than six|longer than six|")]
    public async Task Columns_count_characters_as_dotnet_does(string name, string expected)
    {
        await new BlocksDesk(_gemini.Client()).ColumnsAsync(name, 12.5m);

        Assert.Equal(expected + "   12.50|12.50   |", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Conditions_ask_what_their_types_can_answer()
    {
        var desk = new BlocksDesk(_gemini.Client());

        await desk.ConditionsAsync(flag: true, maybe: true, "{#if}", new Customer { Name = "Al" }, ["x"]);
        Assert.Equal("flag note {#if} Al tags", JsonAssert.UserText(_gemini.Body));

        await desk.ConditionsAsync(flag: true, maybe: null, "", null, []);
        Assert.Equal("flag not maybe nobody no tags", JsonAssert.UserText(_gemini.Body));

        await desk.ConditionsAsync(flag: false, maybe: false, null, null, null);
        Assert.Equal("not maybe nobody nothing", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Loops_write_each_item_and_lone_tags_leave_no_line()
    {
        var desk = new BlocksDesk(_gemini.Client());

        await desk.OrderAsync([new OrderLine { Article = "Tea", Price = 2, Tags = ["hot", "{x}"] }, new OrderLine { Article = "Milk", Price = 0.5m }]);
        Assert.Equal("Order:\n1. Tea           2.00 (0:hot, 1:{x})\n\n2. Milk          0.50\n\nEnd", JsonAssert.UserText(_gemini.Body));

        await desk.OrderAsync([]);
        Assert.Equal("Order:\nNothing.\nEnd", JsonAssert.UserText(_gemini.Body));
    }
}
