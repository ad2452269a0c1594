using System.Xml.Linq;

namespace GeminiGen.Package.Tests;

/// <summary>The testing kit as its users have it: by one package reference, in the framework they like.</summary>
[Collection(PackageGroup.Name)]
public sealed class TestingKitTests(PackageFixture fixture)
{
    private static readonly string[] Files =
    [
        "GeminiGen.Testing.nuspec",
        "README.md",
        "build/GeminiGen.Testing.targets",
        "buildTransitive/GeminiGen.Testing.targets",
        "icon.png",
        "lib/net10.0/GeminiGen.Testing.dll",
        "lib/net10.0/GeminiGen.Testing.xml",
        "lib/net8.0/GeminiGen.Testing.dll",
        "lib/net8.0/GeminiGen.Testing.xml",
    ];

    [Fact]
    public void The_package_holds_these_files_and_asks_for_the_first_package_alone()
    {
        Assert.Equal(Files.Order(StringComparer.Ordinal), fixture.Testing.Entries);
        XElement[] own = [.. Dependencies(fixture.Testing).ExceptBy(Dependencies(fixture.Package).Select(IdOf), IdOf)];
        XElement first = Assert.Single(own, static dependency => IdOf(dependency) == "GeminiGen");
        Assert.Single(own);

        // The generator comes with the first package, and has to come through this one.
        Assert.DoesNotContain("analyzers", first.Attribute("exclude")?.Value ?? "", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<XElement> Dependencies(PackedPackage package)
        => package.Nuspec.Descendants().Where(static element => element.Name.LocalName == "dependency");

    private static string IdOf(XElement dependency) => dependency.Attribute("id")!.Value;

    [Theory]
    [InlineData(TestConsumers.Xunit2)]
    [InlineData(TestConsumers.Xunit3)]
    [InlineData(TestConsumers.NUnit)]
    [InlineData(TestConsumers.MSTest)]
    public async Task Every_framework_can_use_it(string project)
    {
        // Its snapshot is new, which fails where CI is set.
        ProcessResult result = await fixture.Consumers.DotnetAsync(project, "test", "--no-restore", "-nologo", "-e", "GEMINIGEN_ACCEPT_SNAPSHOTS=1");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Matches(@"Passed!\s+- Failed:\s+0, Passed:\s+3,", result.Output);
        Assert.Single(Directory.GetFiles(fixture.Consumers.PathOf(project, "Recordings"), "IDesk.ClassifyAsync.*.json"));
        Assert.Single(Directory.GetFiles(fixture.Consumers.PathOf(project), "Program.ClassifyAsync.prompt.txt"));
    }
}
