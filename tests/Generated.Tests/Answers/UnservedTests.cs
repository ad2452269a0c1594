using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Answers;

/// <summary>Methods the generator cannot serve say why when called; the others of the contract work.</summary>
public sealed class UnservedTests
{
    private readonly UnservedDesk _desk = new(FakeGemini.Text("Fine.").Client());

    [Fact]
    public async Task Unserved_methods_throw_with_the_rule()
    {
        await AssertUnserved(() => _desk.NoPromptAsync("q"));
        await AssertUnserved(() => _desk.UnsupportedAsync("q"));
        await AssertUnserved(() => _desk.NoParameterAsync("q"));
        await AssertUnserved(() => _desk.BrokenAsync("q"));
        Assert.Contains("GG0", Assert.Throws<NotSupportedException>(() => _desk.Synchronous("q")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_neighbour_works()
    {
        Assert.Equal("Fine.", await _desk.ServedAsync("q"));
    }

    private static async Task AssertUnserved(Func<Task> call) =>
        Assert.Matches("GG0[0-9]{3}", (await Assert.ThrowsAsync<NotSupportedException>(call)).Message);
}
