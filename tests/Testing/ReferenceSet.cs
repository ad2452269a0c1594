using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace GeminiGen.TestHarness;

/// <summary>
/// The assemblies test compilations refer to. They are the ones the test process itself runs on, so nothing is downloaded and every compiler row works.
/// </summary>
public static class ReferenceSet
{
    private static readonly ImmutableDictionary<string, string> TrustedPaths = FindTrustedPaths();

    /// <summary>The running framework, without any package.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = FindFramework();

    /// <summary>The runtime assembly <c>GeminiGen</c> alone.</summary>
    public static MetadataReference Runtime { get; } = Refer(typeof(GeminiPromptsAttribute).Assembly.Location);

    /// <summary>The running framework, the runtime assembly and the packages it needs: what a project that references the package sees.</summary>
    public static ImmutableArray<MetadataReference> FrameworkAndRuntime { get; } = [.. Framework, Runtime, .. FindRuntimeDependencies()];

    /// <summary>A library of one source file, which others only look at.</summary>
    /// <exception cref="TestCheckException">The source does not compile.</exception>
    public static MetadataReference Compile(string name, string source, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        EmitResult result = compilation.Emit(assembly);
        return result.Success
            ? MetadataReference.CreateFromImage(assembly.ToArray())
            : throw new TestCheckException(name + ": " + string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    private static ImmutableDictionary<string, string> FindTrustedPaths()
    {
        string list = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        ImmutableDictionary<string, string>.Builder paths = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string path in list.Split(Path.PathSeparator))
        {
            paths[Path.GetFileNameWithoutExtension(path)] = path;
        }

        return paths.ToImmutable();
    }

    private static ImmutableArray<MetadataReference> FindFramework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. TrustedPaths.Values
                .Where(path => string.Equals(Path.GetDirectoryName(path), folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(Refer),
        ];
    }

    private static IEnumerable<MetadataReference> FindRuntimeDependencies()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var pending = new Stack<AssemblyName>(typeof(GeminiPromptsAttribute).Assembly.GetReferencedAssemblies());
        while (pending.TryPop(out AssemblyName? name))
        {
            bool isPackage = TrustedPaths.TryGetValue(name.Name!, out string? path) && Path.GetDirectoryName(path) != folder;
            if (isPackage && seen.TryAdd(name.Name!, path!))
            {
                foreach (AssemblyName next in Assembly.Load(name).GetReferencedAssemblies())
                {
                    pending.Push(next);
                }
            }
        }

        return seen.Values.Select(Refer);
    }

    private static MetadataReference Refer(string path) => MetadataReference.CreateFromFile(path);
}
