using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace GeminiGen.Package.Tests;

[Collection(PackageGroup.Name)]
public sealed class SymbolTests(PackageFixture fixture)
{
    // Kinds of custom debug information, as the portable PDB format assigns them.
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Theory]
    [InlineData("lib/net8.0/GeminiGen")]
    [InlineData("lib/net10.0/GeminiGen")]
    public void The_symbols_belong_to_the_assembly(string name)
    {
        using var assembly = new PEReader(new MemoryStream(fixture.Package.Read(".nupkg", name + ".dll")));
        using MetadataReaderProvider provider = OpenSymbols(name);
        CodeViewDebugDirectoryData expected = assembly.ReadCodeViewDebugDirectoryData(
            assembly.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.CodeView));

        Assert.Equal(expected.Guid, new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
    }

    [Theory]
    [InlineData("lib/net8.0/GeminiGen")]
    [InlineData("lib/net10.0/GeminiGen")]
    public void A_debugger_finds_every_source(string name)
    {
        using MetadataReaderProvider provider = OpenSymbols(name);
        AssertSourcesAreFound(provider.GetMetadataReader());
    }

    [Theory]
    [InlineData("Generator")]
    [InlineData("Analyzers")]
    [InlineData("CodeFixes")]
    public void The_compilers_part_carries_its_symbols(string name)
    {
        byte[] bytes = fixture.Package.Read(".nupkg", $"analyzers/dotnet/roslyn4.8/cs/GeminiGen.{name}.dll");
        using var assembly = new PEReader(new MemoryStream(bytes));
        using MetadataReaderProvider provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(
            assembly.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));

        AssertSourcesAreFound(provider.GetMetadataReader());
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Compiling_again_gives_the_same_bytes(string framework)
    {
        byte[] packed = fixture.Package.Read(".nupkg", $"lib/{framework}/GeminiGen.dll");
        (await PackedPackage.DotnetAsync(
            "build", "src/Runtime", "-c", "Release", "-f", framework, "--no-restore", "--no-incremental", "-nologo", "-p:BuildProjectReferences=false")).AssertSuccess();

        Assert.Equal(packed, File.ReadAllBytes(Path.Combine(Repository.Artifacts, "bin", "Runtime", $"release_{framework}", "GeminiGen.dll")));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Compiling_the_extensions_again_gives_the_same_bytes(string framework)
    {
        byte[] packed = fixture.Extensions.Read(".nupkg", $"lib/{framework}/GeminiGen.Extensions.AI.dll");
        (await PackedPackage.DotnetAsync(
            "build", "src/Extensions.AI", "-c", "Release", "-f", framework, "--no-restore", "--no-incremental", "-nologo", "-p:BuildProjectReferences=false")).AssertSuccess();

        Assert.Equal(packed, File.ReadAllBytes(Path.Combine(Repository.Artifacts, "bin", "Extensions.AI", $"release_{framework}", "GeminiGen.Extensions.AI.dll")));
    }

    private static void AssertSourcesAreFound(MetadataReader symbols)
    {
        byte[] link = symbols.GetBlobBytes(Information(symbols, EntityHandle.ModuleDefinition, SourceLink).Single().Value);
        JsonElement documents = JsonDocument.Parse(link).RootElement.GetProperty("documents");
        JsonProperty root = Assert.Single(documents.EnumerateObject());
        Assert.Equal("/_/*", root.Name);
        Assert.Matches("^https://raw\\.githubusercontent\\.com/geminigen/geminigen/[0-9a-f]{40}/\\*$", root.Value.GetString());

        // What the repository holds is found through the link; what the build generated is in the symbols themselves.
        foreach (DocumentHandle handle in symbols.Documents)
        {
            string path = symbols.GetString(symbols.GetDocument(handle).Name);
            bool isTracked = path.StartsWith("/_/", StringComparison.Ordinal) && File.Exists(Path.Combine(Repository.Root, path[3..]));
            Assert.True(isTracked || Information(symbols, handle, EmbeddedSource).Any(), $"No debugger finds {path}.");
            Assert.DoesNotContain(Repository.Root.TrimEnd('/') + "/src", path, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<CustomDebugInformation> Information(MetadataReader symbols, EntityHandle of, Guid kind)
        => symbols.GetCustomDebugInformation(of).Select(symbols.GetCustomDebugInformation).Where(information => symbols.GetGuid(information.Kind) == kind);

    private MetadataReaderProvider OpenSymbols(string name)
        => MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(fixture.Package.Read(".snupkg", name + ".pdb")));
}
