namespace GeminiGen.Testing.Tests.Fakes;

/// <summary>Methods whose fakes would have one name, and a contract of the test project itself.</summary>
public sealed class NameTests
{
    [Fact]
    public async Task Overloads_and_methods_that_differ_by_their_suffix_are_told_apart()
    {
        GeminiFake<IClashingDesk> fake = GeminiFake.For<IClashingDesk>();
        fake.OnAskWithQuestion(question => "text " + question);
        fake.OnAskWithNumberAndCalls((number, calls) => FormattableString.Invariant($"{number} {calls}"));
        fake.OnTell("tell");
        fake.OnTellAsync("tell async");

        Assert.Equal("text a", await fake.Instance.AskAsync("a"));
        Assert.Equal("1 2", await fake.Instance.AskAsync(1, 2));
        Assert.Equal("tell", await fake.Instance.Tell("a"));
        Assert.Equal("tell async", await fake.Instance.TellAsync("a"));
        Assert.Single(fake.AskWithQuestionCalls());
        Assert.Equal(2, Assert.Single(fake.AskWithNumberAndCallsCalls()).Arguments.calls);
    }

    [Fact]
    public async Task Inherited_methods_and_odd_names_are_faked()
    {
        GeminiFake<IClashingDesk> fake = GeminiFake.For<IClashingDesk>();
        fake.OnShared(text => text);
        fake.OnOdd((@class, fake2, answer, arguments, item1) => @class + fake2 + answer + arguments + item1);

        Assert.Equal("x", await fake.Instance.SharedAsync("x"));
        Assert.Equal("abcde", await fake.Instance.OddAsync("a", "b", "c", "d", "e"));
    }
}

internal partial interface IShared
{
    [Prompt("{text}")]
    Task<string> SharedAsync(string text);
}

[GeminiPrompts]
internal partial interface IClashingDesk : IShared
{
    [Prompt("{question}")]
    Task<string> AskAsync(string question);

    [Prompt("{number} {calls}")]
    Task<string> AskAsync(int number, int calls);

    [Prompt("{text}")]
    Task<string> Tell(string text);

    [Prompt("{text}")]
    Task<string> TellAsync(string text, CancellationToken cancellationToken = default);

    [Prompt("{class} {fake} {answer} {arguments} {Item1}")]
    Task<string> OddAsync(string @class, string fake, string answer, string arguments, string Item1);
}
