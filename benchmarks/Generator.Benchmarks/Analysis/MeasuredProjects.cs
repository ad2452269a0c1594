using System.Collections.Immutable;
using System.Text;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Benchmarks.Analysis;

/// <summary>The projects: written for the measurement, and folders of anybody's sources.</summary>
internal static class MeasuredProjects
{
    private const int OrdinaryFiles = 60;
    private const int Contracts = 30;

    // What the SDK brings into every project of ours.
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The projects that are always measured.</summary>
    public static IEnumerable<MeasuredProject> Default()
    {
        ConsumerProject ordinary = new([.. OrdinaryCode.Create(OrdinaryFiles)]);
        ConsumerProject contracts = ContractCorpus.Create(Contracts);
        ConsumerProject mixed = contracts with { Sources = [.. contracts.Sources, .. ordinary.Sources] };
        return
        [
            new("no model API: 60 files of ordinary code", "≤ 1 %", ordinary.Compile),
            new("a model API: the same and 30 contracts", "≤ 5 %", () => Generate(mixed)),
        ];
    }

    /// <summary>The C# files below a folder as one project, which refers to all that this program refers to.</summary>
    public static MeasuredProject OfFolder(string path) => new(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), null, Folder(path));

    private static Func<CSharpCompilation> Folder(string path)
    {
        (string Path, string Text)[] files =
        [
            .. Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
                .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(static file => (file, File.ReadAllText(file))),
            ("GlobalUsings.cs", GlobalUsings),
        ];
        ImmutableArray<MetadataReference> references = AllReferences();
        var parse = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        return () => CSharpCompilation.Create("Measured", files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), parse, file.Path)), references, options);
    }

    private static ImmutableArray<MetadataReference> AllReferences()
        =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => !Path.GetFileName(path).StartsWith("GeminiGen", StringComparison.Ordinal))
                .Select(static path => MetadataReference.CreateFromFile(path)),
        ];

    private static CSharpCompilation Generate(ConsumerProject project)
    {
        GeneratorDrivers.Create(new PromptGenerator(), project).RunGeneratorsAndUpdateCompilation(project.Compile(), out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }
}
