using System.Text.Json.Nodes;

namespace GeminiGen.Conformance.Tests.Node;

/// <summary>Clients from the npm registry, side by side.</summary>
public sealed class NpmClientTests(NpmClients clients) : IClassFixture<NpmClients>
{
    [Theory]
    [MemberData(nameof(NpmClients.Programs), MemberType = typeof(NpmClients))]
    public async Task The_page_says_what_a_client_gets(string program) => ConformancePage.Verify(await clients.ChecksOf(program));

    // A range or the host of one registry would make the installation depend on the day and on the machine.
    [Fact]
    public void Versions_are_exact_and_come_from_any_registry()
    {
        JsonObject dependencies = JsonNode.Parse(NpmInstallation.ReadSource("package.json"))!["dependencies"]!.AsObject();
        Assert.All(dependencies, dependency => Assert.Matches(@"^\d+\.\d+\.\d+$", (string)dependency.Value!));
        Assert.DoesNotContain("\"resolved\"", NpmInstallation.ReadSource("package-lock.json"), StringComparison.Ordinal);
    }
}
