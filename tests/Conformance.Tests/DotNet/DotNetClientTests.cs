using System.Reflection;
using GeminiGen.Emulator;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>Clients from NuGet, each against an emulator of its own.</summary>
public sealed class DotNetClientTests
{
    [Fact]
    public Task The_page_says_what_OpenAI_gets() => VerifyAsync(
        "OpenAI", VersionOf(typeof(OpenAIClient)), (endpoint, outgoing) => new OpenAIChecks(endpoint, outgoing));

    [Fact]
    public Task The_page_says_what_Microsoft_Extensions_AI_gets() => VerifyAsync(
        "Microsoft.Extensions.AI.OpenAI", WithOpenAI(typeof(OpenAIClientExtensions)), (endpoint, outgoing) => new ExtensionsAIChecks(endpoint, outgoing));

    [Fact]
    public Task The_page_says_what_Semantic_Kernel_gets() => VerifyAsync(
        "Microsoft.SemanticKernel.Connectors.OpenAI", WithOpenAI(typeof(OpenAIPromptExecutionSettings)), (endpoint, outgoing) => new SemanticKernelChecks(endpoint, outgoing));

    private static async Task VerifyAsync(string client, string version, Func<Endpoint, OutgoingRequests, ChatClientChecks> create)
    {
        using var outgoing = new OutgoingRequests();
        await using GeminiEmulator emulator = await ConformanceEmulator.StartAsync();
        using var endpoint = new Endpoint(emulator);
        ConformancePage.Verify(await new CheckList(client, version, CheckNames.All, create(endpoint, outgoing)).RunAsync());
    }

    private static string WithOpenAI(Type type) => $"{VersionOf(type)} with OpenAI {VersionOf(typeof(OpenAIClient))}";

    private static string VersionOf(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
