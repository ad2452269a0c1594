using Desk;
using GeminiGen.Generated.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Generated.Tests.Registration;

/// <summary>The generated registration.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Registered_contracts_resolve_and_share_one_client()
    {
        FakeGemini gemini = FakeGemini.Text("Fine.");
        var services = new ServiceCollection();
        GeminiGenBuilder builder = services.AddGeminiGen(options => options.ApiKey = "not-a-key").AddTextDesk().AddFormatsDesk().AddOuterInnerNestedDesk();
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => gemini);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        ITextDesk desk = provider.GetRequiredService<ITextDesk>();

        Assert.IsType<TextDesk>(desk);
        Assert.Same(desk, provider.GetRequiredService<ITextDesk>());
        Assert.IsType<FormatsDesk>(provider.GetRequiredService<IFormatsDesk>());
        Assert.IsType<Outer.Inner.NestedDesk>(provider.GetRequiredService<Outer.Inner.INestedDesk>());
        Assert.Equal("Fine.", await desk.AnswerAsync("Why?"));
    }

    [Fact]
    public void A_registration_of_the_user_made_before_stays()
    {
        var mine = new TextDesk(FakeGemini.Text("Mine.").Client());
        var services = new ServiceCollection();
        services.AddSingleton<ITextDesk>(mine);
        services.AddGeminiGen(options => options.ApiKey = "not-a-key").AddTextDesk();
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(mine, provider.GetRequiredService<ITextDesk>());
    }
}
