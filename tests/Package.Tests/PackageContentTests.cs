using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace GeminiGen.Package.Tests;

[Collection(PackageGroup.Name)]
public sealed class PackageContentTests(PackageFixture fixture)
{
    private const string AnalyzerFolder = "analyzers/dotnet/roslyn4.8/cs/";

    private static readonly string[] Frameworks = ["net10.0", "net8.0"];

    [Fact]
    public void The_package_holds_these_files_and_no_others()
        => Assert.Equal(
            new[]
            {
                "GeminiGen.nuspec",
                "README.md",
                AnalyzerFolder + "GeminiGen.Analyzers.dll",
                AnalyzerFolder + "GeminiGen.CodeFixes.dll",
                AnalyzerFolder + "GeminiGen.Generator.dll",
                AnalyzerFolder + "zh-Hans/GeminiGen.Analyzers.resources.dll",
                "build/GeminiGen.props",
                "build/GeminiGen.targets",
                "build/profiles/brownfield.globalconfig",
                "build/profiles/library.globalconfig",
                "build/profiles/strict.globalconfig",
                "buildTransitive/GeminiGen.props",
                "buildTransitive/GeminiGen.targets",
                "buildTransitive/profiles/brownfield.globalconfig",
                "buildTransitive/profiles/library.globalconfig",
                "buildTransitive/profiles/strict.globalconfig",
                "icon.png",
                "lib/net10.0/GeminiGen.dll",
                "lib/net10.0/GeminiGen.xml",
                "lib/net8.0/GeminiGen.dll",
                "lib/net8.0/GeminiGen.xml",
            }.Order(StringComparer.Ordinal),
            fixture.Package.Entries);

    [Fact]
    public void The_nuspec_says_what_a_reader_of_the_registry_wants_to_know()
    {
        XElement metadata = Child(fixture.Package.Nuspec, "metadata");

        Assert.Equal("GeminiGen", Child(metadata, "id").Value);
        Assert.Equal("MIT", Child(metadata, "license").Value);
        Assert.Equal("README.md", Child(metadata, "readme").Value);
        Assert.Equal("icon.png", Child(metadata, "icon").Value);
        Assert.NotEmpty(Child(metadata, "description").Value);
        Assert.Equal("https://github.com/geminigen/geminigen", Child(metadata, "repository").Attribute("url")?.Value);
        Assert.Matches("^[0-9a-f]{40}$", Child(metadata, "repository").Attribute("commit")?.Value);
    }

    [Fact]
    public void The_package_depends_on_what_the_runtime_references_and_on_nothing_else()
    {
        XElement project = XElement.Parse(Repository.ReadText("src/Runtime/Runtime.csproj"));
        var versions = XElement.Parse(Repository.ReadText("Directory.Packages.props")).Descendants("PackageVersion")
            .ToLookup(static item => item.Attribute("Include")!.Value, static item => item.Attribute("Version")!.Value);
        foreach (string framework in Frameworks)
        {
            Assert.Equal(
                project.Descendants("PackageReference")
                    .Where(static item => item.Attribute("PrivateAssets") is null)
                    .Where(item => item.Attribute("Condition")?.Value.Contains(framework, StringComparison.Ordinal) ?? true)
                    .Select(static item => item.Attribute("Include")!.Value)
                    .Select(id => $"{id} {versions[id].First()}").Order(),
                Dependencies(fixture.Package, framework).Order());
        }
    }

    [Fact]
    public void The_compilers_part_asks_for_nothing_the_oldest_compiler_lacks()
    {
        foreach (string name in new[] { "Generator", "Analyzers", "CodeFixes" })
        {
            using var assembly = new PEReader(new MemoryStream(fixture.Package.Read(".nupkg", $"{AnalyzerFolder}GeminiGen.{name}.dll")));
            MetadataReader reader = assembly.GetMetadataReader();
            Dictionary<string, Version> references = reader.AssemblyReferences.Select(reader.GetAssemblyReference)
                .ToDictionary(reference => reader.GetString(reference.Name), static reference => reference.Version);

            Assert.Equal(new Version(4, 8, 0, 0), references["Microsoft.CodeAnalysis"]);
            Assert.All(references.Keys, reference => Assert.True(IsInHost(reference, isFixer: name == "CodeFixes"), $"{name} references {reference}"));
            Assert.True(references.GetValueOrDefault("System.Buffers", new()) <= new Version(4, 0, 3, 0));
            Assert.True(references.GetValueOrDefault("System.Memory", new()) <= new Version(4, 0, 1, 2));
        }
    }

    [Fact]
    public void Every_public_member_is_documented()
    {
        foreach (string framework in Frameworks)
        {
            XElement documentation = XElement.Load(new MemoryStream(fixture.Package.Read(".nupkg", $"lib/{framework}/GeminiGen.xml")));
            Assert.Contains(documentation.Descendants("member"), static member => member.Attribute("name")!.Value == "T:GeminiGen.GeminiClient");
            Assert.Contains(documentation.Descendants("member"), static member => member.Attribute("name")!.Value == "F:GeminiGen.GeminiModels.Gemini38Flash");
        }
    }

    [Fact]
    public void The_emulator_is_a_package_of_its_own_on_top_of_the_first()
    {
        Assert.Equal(
            ["GeminiGen.Emulator.nuspec", "README.md", "emulator-script.schema.json", "icon.png", "lib/net10.0/GeminiGen.Emulator.dll", "lib/net10.0/GeminiGen.Emulator.xml"],
            fixture.Emulator.Entries);

        // Central pinning repeats some of what GeminiGen itself depends on.
        string[] dependencies = [.. Dependencies(fixture.Emulator, "net10.0")];
        Assert.Contains($"GeminiGen {fixture.Package.Version}", dependencies);
        Assert.Empty(dependencies.Except(Dependencies(fixture.Package, "net10.0").Append($"GeminiGen {fixture.Package.Version}")));
        Assert.Equal(
            "Microsoft.AspNetCore.App",
            Child(Child(Child(Child(fixture.Emulator.Nuspec, "metadata"), "frameworkReferences"), "group"), "frameworkReference").Attribute("name")?.Value);
    }

    [Fact]
    public void The_extensions_are_a_package_of_their_own_on_top_of_the_first()
    {
        Assert.Equal(
            ["GeminiGen.Extensions.AI.nuspec", "README.md", "icon.png", .. Frameworks.SelectMany(static framework => new[] { $"lib/{framework}/GeminiGen.Extensions.AI.dll", $"lib/{framework}/GeminiGen.Extensions.AI.xml" })],
            fixture.Extensions.Entries);

        foreach (string framework in Frameworks)
        {
            string[] own = [.. Dependencies(fixture.Extensions, framework).Except(Dependencies(fixture.Package, framework))];
            Assert.Contains($"GeminiGen {fixture.Package.Version}", own);
            Assert.All(own, static dependency => Assert.True(
                dependency.StartsWith("GeminiGen ", StringComparison.Ordinal)
                || dependency.StartsWith("Microsoft.Extensions.AI.Abstractions ", StringComparison.Ordinal)
                || dependency.StartsWith("System.Text.Json ", StringComparison.Ordinal), dependency));
        }
    }

    // Only fixers may touch workspaces: the command-line compiler has none.
    private static bool IsInHost(string reference, bool isFixer) => reference switch
    {
        "netstandard" or "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" => true,
        "System.Buffers" or "System.Collections.Immutable" or "System.Memory" or "System.Reflection.Metadata" or "System.Threading.Tasks.Extensions" => true,
        "Microsoft.CodeAnalysis.Workspaces" or "Microsoft.CodeAnalysis.CSharp.Workspaces" or "System.Composition.AttributedModel" => isFixer,
        _ => false,
    };

    private static IEnumerable<string> Dependencies(PackedPackage package, string framework)
        => Child(Child(package.Nuspec, "metadata"), "dependencies").Elements()
            .Single(group => group.Attribute("targetFramework")!.Value == framework)
            .Elements().Select(static dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}");

    private static XElement Child(XElement parent, string name) => parent.Elements().Single(element => element.Name.LocalName == name);
}
