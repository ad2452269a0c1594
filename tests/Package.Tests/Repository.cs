using System.Reflection;

namespace GeminiGen.Package.Tests;

/// <summary>Where the repository and its build outputs are.</summary>
internal static class Repository
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Metadata("RepoRoot");

    /// <summary>The root of the build outputs.</summary>
    public static string Artifacts { get; } = Metadata("ArtifactsPath");

    /// <summary>The text of a file of the repository.</summary>
    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Metadata(string key)
        => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
