using System.IO.Compression;
using System.Xml.Linq;

namespace GeminiGen.Package.Tests;

/// <summary>The package and its symbols, packed with a version that no cache has seen.</summary>
internal sealed class PackedPackage
{
    private static readonly Dictionary<string, string> BuildEnvironment = new() { ["ArtifactsPath"] = Repository.Artifacts };

    private PackedPackage(string feed, string version)
    {
        Feed = feed;
        Version = version;
        using ZipArchive package = Open(".nupkg");
        Entries = [.. package.Entries.Select(static entry => entry.FullName).Where(static name => !IsOfFormat(name)).Order(StringComparer.Ordinal)];
        using Stream nuspec = package.GetEntry("GeminiGen.nuspec")!.Open();
        Nuspec = XElement.Load(nuspec);
    }

    /// <summary>The folder that serves as package source.</summary>
    public string Feed { get; }

    /// <summary>The version of the package; the assemblies keep theirs, so that they need not be compiled anew.</summary>
    public string Version { get; }

    /// <summary>The names of the package's own files, without those every package has.</summary>
    public IReadOnlyList<string> Entries { get; }

    /// <summary>The package's description of itself.</summary>
    public XElement Nuspec { get; }

    /// <summary>Packs the repository as it is.</summary>
    /// <param name="feed">Where the package goes.</param>
    public static async Task<PackedPackage> PackAsync(string feed)
    {
        string version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";
        ProcessResult result = await DotnetAsync(
            "pack", "src/Runtime", "-c", "Release", "--no-restore", "-nologo", $"-p:PackageVersion={version}", "-o", feed);
        result.AssertSuccess();
        return new PackedPackage(feed, version);
    }

    /// <summary>Runs <c>dotnet</c> at the root of the repository, with its build outputs.</summary>
    public static Task<ProcessResult> DotnetAsync(params string[] arguments)
        => ProcessRunner.DotnetAsync(Repository.Root, BuildEnvironment, arguments);

    /// <summary>The bytes of a file of the package (<c>.nupkg</c>) or of its symbols (<c>.snupkg</c>).</summary>
    public byte[] Read(string extension, string name)
    {
        using ZipArchive archive = Open(extension);
        using Stream stream = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private ZipArchive Open(string extension) => ZipFile.OpenRead(Path.Combine(Feed, $"GeminiGen.{Version}{extension}"));

    private static bool IsOfFormat(string name)
        => name is "[Content_Types].xml" or "_rels/.rels" || name.StartsWith("package/services/", StringComparison.Ordinal);
}
