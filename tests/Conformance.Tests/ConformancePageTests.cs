namespace GeminiGen.Conformance.Tests;

public sealed class ConformancePageTests
{
    private const string Intro = "# Conformance\n\nWords.\n";

    private static readonly string Beta = Section("beta");

    [Fact]
    public void A_section_is_a_table_of_checks()
    {
        ConformanceCheck[] checks =
        [
            new("beta", "1.2.3", "text", ConformanceCheck.Passed),
            new("beta", "1.2.3", "a|b", ConformanceCheck.Differs, "It\nsays so."),
        ];

        Assert.Equal("## beta 1.2.3\n\n| Check | Result | Note |\n|---|---|---|\n| text | passed | |\n| a\\|b | differs | It says so. |\n", ConformancePage.Render(checks));
    }

    [Fact]
    public void A_difference_needs_a_reason()
        => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ConformancePage.Render([new("beta", "1.2.3", "text", ConformanceCheck.Differs)]));

    [Theory]
    [InlineData("alpha", new[] { "alpha", "beta", "delta" })]
    [InlineData("gamma", new[] { "beta", "delta", "gamma" })]
    [InlineData("charlie", new[] { "beta", "charlie", "delta" })]
    public void A_new_section_goes_where_its_name_belongs(string client, string[] order)
    {
        string page = ConformancePage.Replace($"{Intro}\n{Beta}\n{Section("delta")}", client, Section(client));

        Assert.Equal($"{Intro}\n{string.Join('\n', order.Select(name => Section(name)))}", page);
    }

    [Theory]
    [InlineData("alpha")]
    [InlineData("beta")]
    [InlineData("delta")]
    public void A_section_is_replaced_where_it_is_whatever_its_version(string client)
    {
        string[] names = ["alpha", "beta", "delta"];
        string page = $"{Intro}\n{string.Join('\n', names.Select(name => Section(name)))}";

        string replaced = ConformancePage.Replace(page, client, Section(client, "2.0.0"));

        Assert.Equal($"{Intro}\n{string.Join('\n', names.Select(name => Section(name, name == client ? "2.0.0" : "1.0.0")))}", replaced);
        Assert.Equal(replaced, ConformancePage.Replace(replaced, client, Section(client, "2.0.0")));
    }

    private static string Section(string client, string version = "1.0.0")
        => ConformancePage.Render([new(client, version, "text", ConformanceCheck.Passed)]);
}
