using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Options;

/// <summary>Changes the process's environment, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Names = ["GEMINI_API_KEY", "GOOGLE_API_KEY", "GOOGLE_GEMINI_BASE_URL"];
    private readonly string?[] _before = [.. Names.Select(Environment.GetEnvironmentVariable)];

    public EnvironmentTests() => Set(null, null, null);

    public void Dispose() => Set(_before[0], _before[1], _before[2]);

    [Theory]
    [InlineData("option", "gemini", "google", "option")]
    [InlineData(null, "gemini", "google", "gemini")]
    [InlineData(" ", " ", " google ", "google")]
    public async Task TheKeyComesFromOptionThenVariables(string? option, string? gemini, string? google, string expected)
    {
        Set(gemini, google, null);
        Assert.Equal(expected, (await SendAsync(option)).Key);
    }

    [Fact]
    public async Task WithoutAKeyNothingIsSentAndAllThreePlacesAreNamed()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, options => options.ApiKey = null);
        GeminiApiKeyMissingException error = await Assert.ThrowsAsync<GeminiApiKeyMissingException>(() => new Desk(client).AskAsync("hi"));
        Assert.Contains("GeminiOptions.ApiKey", error.Message, StringComparison.Ordinal);
        Assert.Contains("GEMINI_API_KEY", error.Message, StringComparison.Ordinal);
        Assert.Contains("GOOGLE_API_KEY", error.Message, StringComparison.Ordinal);
        (_, Exception? streamed) = await Collect.AllAsync(new Desk(client).Stream("hi"));
        Assert.IsType<GeminiApiKeyMissingException>(streamed);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData(null, null, "https://generativelanguage.googleapis.com/v1beta/")]
    [InlineData(null, "http://variable.test", "http://variable.test/v1beta/")]
    [InlineData("http://option.test", "http://variable.test", "http://option.test/v1beta/")]
    public async Task TheAddressComesFromOptionThenVariableThenDefault(string? option, string? variable, string expected)
    {
        Set("k", null, variable);
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, options => options.BaseAddress = option is null ? null : new Uri(option));
        await new Desk(client).AskAsync("hi");
        Assert.StartsWith(expected, handler.Requests[0].Message.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnusableVariableIsNamedWithoutItsValue()
    {
        Set("k", null, "http://x.test/?key=hidden");
        using GeminiClient client = TestClient.Create(new FakeHandler(() => FakeHandler.Json("{}")), options => options.BaseAddress = null);
        GeminiConfigurationException error = await Assert.ThrowsAsync<GeminiConfigurationException>(() => new Desk(client).AskAsync("hi"));
        Assert.Contains("GOOGLE_GEMINI_BASE_URL", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);

        Set("bad key", null, null);
        GeminiConfigurationException badKey = Assert.Throws<GeminiConfigurationException>(() => new GeminiClient(new GeminiOptions()));
        Assert.Contains("GEMINI_API_KEY", badKey.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bad key", badKey.ToString(), StringComparison.Ordinal);
    }

    private static async Task<SentRequest> SendAsync(string? key)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, options => options.ApiKey = key);
        await new Desk(client).AskAsync("hi");
        return Assert.Single(handler.Requests);
    }

    private static void Set(params string?[] values)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            Environment.SetEnvironmentVariable(Names[i], values[i]);
        }
    }
}
