using GeminiGen.Runtime.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GeminiGen.Runtime.Tests.Options;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<GeminiOptions>> Faults => new()
    {
        { "BaseAddress", options => options.BaseAddress = new Uri("/relative", UriKind.Relative) },
        { "BaseAddress", options => options.BaseAddress = new Uri("ftp://x.test") },
        { "BaseAddress", options => options.BaseAddress = new Uri("https://x.test/?key=1") },
        { "BaseAddress", options => options.BaseAddress = new Uri("https://user@x.test/") },
        { "DefaultModel", options => options.DefaultModel = "not a model" },
        { "Models[\"IDesk\"]", options => options.Models["IDesk"] = "" },
        { "Timeout", options => options.Timeout = TimeSpan.Zero },
        { "Timeout", options => options.Timeout = TimeSpan.FromDays(40) },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.FromSeconds(-3) },
        { "StreamIdleTimeout", options => options.StreamIdleTimeout = TimeSpan.Zero },
        { "MaxHops", options => options.MaxHops = 0 },
        { "Retry.MaxAttempts", options => options.Retry.MaxAttempts = 0 },
        { "Retry.MaxAttempts", options => options.Retry.MaxAttempts = 101 },
        { "Retry.BaseDelay", options => options.Retry.BaseDelay = TimeSpan.FromSeconds(-1) },
        { "Retry.MaxDelay", options => options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1) },
        { "TimeProvider", options => options.TimeProvider = null! },
        { "ApiKey", options => options.ApiKey = "two words" },
        { "ApiKey", options => options.ApiKey = "line\nbreak" },
        { "ApiKey", options => options.ApiKey = "schlüssel" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFaultIsNamedWithAndWithoutAContainer(string option, Action<GeminiOptions> fault)
    {
        OptionsValidationException direct = Assert.Throws<OptionsValidationException>(() => new GeminiClient(TestClient.Options(fault)));
        Assert.Contains("GeminiOptions." + option, Assert.Single(direct.Failures), StringComparison.Ordinal);

        ServiceCollection services = new();
        services.AddGeminiGen(fault);
        using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException hosted = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<GeminiClient>());
        Assert.Equal(direct.Failures, hosted.Failures);
    }

    [Fact]
    public void AllFaultsAreToldAtOnce()
    {
        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() => new GeminiClient(new GeminiOptions
        {
            Timeout = TimeSpan.Zero,
            AttemptTimeout = TimeSpan.Zero,
            Retry = { MaxAttempts = 0 },
        }));
        Assert.Equal(3, error.Failures.Count());
    }

    [Fact]
    public void EveryOptionIsBound()
    {
        GeminiOptions options = Bind(new()
        {
            ["Gemini:ApiKey"] = " key ",
            ["Gemini:BaseAddress"] = "https://proxy.test/x",
            ["Gemini:defaultmodel"] = "gemini-2.5-flash",
            ["Gemini:Models:IDesk"] = "gemini-3.8-flash",
            ["Gemini:Timeout"] = "00:20:00",
            ["Gemini:AttemptTimeout"] = "00:02:30",
            ["Gemini:StreamIdleTimeout"] = "00:00:45",
            ["Gemini:MaxHops"] = "9",
            ["Gemini:Retry:MaxAttempts"] = "7",
            ["Gemini:Retry:BaseDelay"] = "00:00:00.5",
            ["Gemini:Retry:MaxDelay"] = "00:00:30",
            ["Logging:LogLevel:Default"] = "Debug",
        });
        Assert.Equal((" key ", "https://proxy.test/x", "gemini-2.5-flash"), (options.ApiKey, options.BaseAddress!.AbsoluteUri, options.DefaultModel));
        Assert.Equal("gemini-3.8-flash", options.Models["IDesk"]);
        Assert.Equal((TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(150), TimeSpan.FromSeconds(45)), (options.Timeout, options.AttemptTimeout, options.StreamIdleTimeout));
        Assert.Equal(9, options.MaxHops);
        Assert.Equal((7, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30)), (options.Retry.MaxAttempts, options.Retry.BaseDelay, options.Retry.MaxDelay));
    }

    [Fact]
    public void EverySettableOptionHasAKey()
    {
        // A new option that nobody can configure is an oversight.
        string[] bound = ["ApiKey", "BaseAddress", "DefaultModel", "Models", "Timeout", "AttemptTimeout", "StreamIdleTimeout", "MaxHops", "Retry", "Media"];
        Assert.Equal([.. bound, "TimeProvider", "ToolApproval", "UntrustedDelimiter"], typeof(GeminiOptions).GetProperties().Select(property => property.Name));
        Assert.Equal(["MaxAttempts", "BaseDelay", "MaxDelay"], typeof(GeminiRetryOptions).GetProperties().Select(property => property.Name));
        Assert.Equal(["InlineLimit", "ProcessingTimeout"], typeof(GeminiMediaOptions).GetProperties().Select(property => property.Name));
    }

    [Fact]
    public void TheSectionItselfMayBeGiven()
    {
        IConfiguration section = Configuration(new() { ["My:ApiKey"] = "k", ["My:Retry:MaxAttempts"] = "2" }).GetSection("My");
        GeminiOptions options = Resolve(section);
        Assert.Equal(("k", 2), (options.ApiKey, options.Retry.MaxAttempts));
    }

    [Fact]
    public void AConfigurationWithoutASectionForUsSetsNothing()
        => Assert.Null(Bind(new() { ["ApiKey"] = "of something else", ["Logging:LogLevel:Default"] = "Debug" }).ApiKey);

    [Theory]
    [InlineData("Gemini:ApiKye", "k", "Gemini:ApiKye is no option")]
    [InlineData("Gemini:Retry:Attempts", "3", "Gemini:Retry:Attempts is no option")]
    [InlineData("Gemini:Retry:MaxAttempts", "many", "no whole number")]
    [InlineData("Gemini:Media:Inline", "3", "Gemini:Media:Inline is no option")]
    [InlineData("Gemini:Media:InlineLimit", "20 MB", "no whole number of bytes")]
    [InlineData("Gemini:Media:ProcessingTimeout", "30", "no time")]
    [InlineData("Gemini:Timeout", "30", "no time")]
    [InlineData("Gemini:Timeout", "soon", "no time")]
    [InlineData("Gemini:BaseAddress", "proxy", "no absolute address")]
    [InlineData("Gemini:Timeout", "-00:00:30", "must be more than 0")]
    public void WhatCannotBeBoundIsAnError(string key, string value, string message)
    {
        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() => Bind(new() { [key] = value }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyIsTrimmedBeforeItIsSent()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, options => options.ApiKey = "  " + TestKey.Value + "\r\n");
        await new Desk(client).AskAsync("hi");
        Assert.Equal(TestKey.Value, handler.Requests[0].Key);
        Assert.Equal("[redacted]", new GeminiApiKey(TestKey.Value).ToString());
    }

    [Theory]
    [InlineData("IDesk", "short")]
    [InlineData("IDesk,Shop.IDesk", "full")]
    [InlineData("IDesk,Other.IDesk", "short")]
    [InlineData("Other.IDesk", "own")]
    [InlineData("shop.idesk", "full")]
    public async Task TheModelOfAContractGoesByItsFullNameThenByItsOwn(string keys, string expected)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, options =>
        {
            foreach (string key in keys.Split(','))
            {
                options.Models[key] = key.Contains('.', StringComparison.Ordinal) ? "full" : "short";
            }
        });
        await new Desk(client, Desk.Method(model: "own", contract: "Shop.IDesk")).AskAsync("hi");
        Assert.Contains("/models/" + expected + ":", handler.Requests[0].Message.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shop.Outer+IDesk")]
    [InlineData("Shop.Outer.IDesk")]
    public async Task ANestedContractHasBothFormsOfItsFullName(string key)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, options => options.Models[key] = "full");
        await new Desk(client, Desk.Method(model: "own", contract: "Shop.Outer.IDesk")).AskAsync("hi");
        Assert.Contains("/models/full:", handler.Requests[0].Message.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LaterChangesOfTheOptionsDoNotReachAClient()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        GeminiOptions options = TestClient.Options();
        using GeminiClient client = new(options, new HttpClient(handler));
        options.ApiKey = "other";
        options.Models["IDesk"] = "gemini-2.5-pro";
        await new Desk(client).AskAsync("hi");
        Assert.Equal(TestKey.Value, handler.Requests[0].Key);
        Assert.Contains("gemini-3.8-flash", handler.Requests[0].Message.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADisposedClientSaysSo()
    {
        GeminiClient client = TestClient.Create(new FakeHandler(() => FakeHandler.Json(Replies.Answer("ok"))));
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => new Desk(client).AskAsync("hi"));
    }

    private static GeminiOptions Bind(Dictionary<string, string?> values) => Resolve(Configuration(values));

    private static IConfigurationRoot Configuration(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private static GeminiOptions Resolve(IConfiguration configuration)
    {
        ServiceCollection services = new();
        services.AddGeminiGen(configuration);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<GeminiOptions>>().Value;
    }
}
