using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>Contracts as bases and as constraints.</summary>
public sealed class GenericTests
{
    [Fact]
    public async Task A_contract_has_the_prompts_of_generic_bases()
    {
        FakeGemini gemini = FakeGemini.Text("""{"title":"T"}""", """{"number":7}""", """[{"number":7}]""");
        GenericBaseDesk desk = new(gemini.Client());

        Assert.Equal(new GenericCard("T"), await desk.ReadAsync("a"));
        Assert.Equal(new GenericNote(7), await desk.ReadAsync(5));
        Assert.Equal("You read closely.", JsonAssert.SystemText(gemini.Body));
        Assert.Equal("Read: 5", JsonAssert.UserText(gemini.Body));

        Assert.Equal([new GenericNote(7)], await desk.ListAsync([1, 2], new PromptOptions { Seed = 3 }));
        Assert.EndsWith("/gemini-3.5-flash:generateContent", gemini.Addresses[^1].AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("3", JsonAssert.At(gemini.Body, "generationConfig", "seed"));
    }

    [Fact]
    public async Task A_contract_is_a_constraint_of_methods_and_classes()
    {
        FakeGemini gemini = FakeGemini.Text("Fine.");
        GenericBaseDesk desk = new(gemini.Client());

        Assert.Equal("Fine.", await AskAsync(desk));
        Assert.Equal("Fine.", await new Caller<IGenericBaseDesk>(desk).AskAsync());
        Assert.Equal("[system]\nYou read closely.\n\n[user]\nRead: x", (await desk.RenderReadAsync("x")).Text);

        FakeGemini typed = FakeGemini.Text("""{"title":"T"}""");
        Assert.Equal("T", (await ReadAsync<GenericBaseDesk, GenericCard, string>(new GenericBaseDesk(typed.Client()), "a")).Title);
    }

    private static Task<string> AskAsync<T>(T desk)
        where T : IGenericBaseDesk
        => desk.AskAsync("a");

    private static Task<TAnswer> ReadAsync<T, TAnswer, TValue>(T desk, TValue value)
        where T : IReaderDesk<TAnswer, TValue>
        where TAnswer : class
        => desk.ReadAsync(value);

    /// <summary>Asks whatever it is given.</summary>
    private sealed class Caller<T>(T desk)
        where T : IGenericBaseDesk
    {
        public Task<string> AskAsync() => desk.AskAsync("a");
    }
}
