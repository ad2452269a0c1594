using System.IO.Compression;
using System.Xml.Linq;

namespace GeminiGen.Package.Tests;

/// <summary>A package and its symbols, packed with a version that no cache has seen.</summary>
internal sealed class PackedPackage
{
    private static readonly Dictionary<string, string> BuildEnvironment = new() { ["ArtifactsPath"] = Repository.Artifacts };

    private PackedPackage(string feed, string id, string version)
    {
        Feed = feed;
        Id = id;
        Version = version;
        using ZipArchive package = Open(".nupkg");
        Entries = [.. package.Entries.Select(static entry => entry.FullName).Where(static name => !IsOfFormat(name)).Order(StringComparer.Ordinal)];
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        Nuspec = XElement.Load(nuspec);
    }

    /// <summary>The folder that serves as package source.</summary>
    public string Feed { get; }

    /// <summary>The id of the package.</summary>
    public string Id { get; }

    /// <summary>The version of the package; the assemblies keep theirs, so that they need not be compiled anew.</summary>
    public string Version { get; }

    /// <summary>The names of the package's own files, without those every package has.</summary>
    public IReadOnlyList<string> Entries { get; }

    /// <summary>The package's description of itself.</summary>
    public XElement Nuspec { get; }

    /// <summary>A version that no cache has seen.</summary>
    public static string NewVersion() => $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    /// <summary>Packs a project of the repository as it is.</summary>
    /// <param name="project">The folder of the project.</param>
    /// <param name="id">The id of its package.</param>
    /// <param name="version">The version of the package.</param>
    /// <param name="feed">Where the package goes.</param>
    public static async Task<PackedPackage> PackAsync(string project, string id, string version, string feed)
    {
        ProcessResult result = await DotnetAsync(
            "pack", project, "-c", "Release", "--no-restore", "-nologo", $"-p:PackageVersion={version}", "-o", feed);
        result.AssertSuccess();
        return new PackedPackage(feed, id, version);
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

    private ZipArchive Open(string extension) => ZipFile.OpenRead(Path.Combine(Feed, $"{Id}.{Version}{extension}"));

    private static bool IsOfFormat(string name)
        => name is "[Content_Types].xml" or "_rels/.rels" || name.StartsWith("package/services/", StringComparison.Ordinal);
}
