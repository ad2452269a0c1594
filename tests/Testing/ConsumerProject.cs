using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.TestHarness;

/// <summary>
/// A user's project in memory: sources, language version and references, under the strictest warnings a user can turn on.
/// Every setting has the strict value by default; a test states what it loosens.
/// </summary>
public sealed record ConsumerProject
{
    /// <summary>The lowest C# version the generated code has to be valid in.</summary>
    public const LanguageVersion FloorLanguageVersion = LanguageVersion.CSharp9;

    /// <summary>Creates a project of the given files.</summary>
    public ConsumerProject(params SourceFile[] sources) => Sources = [.. sources];

    /// <summary>Creates a project of one file.</summary>
    public ConsumerProject(string source)
        : this(new SourceFile("Contract.cs", source))
    {
    }

    /// <summary>The files, in compilation order.</summary>
    public ImmutableArray<SourceFile> Sources { get; init; }

    /// <summary>The folder of the project, from which paths of prompt files count.</summary>
    public const string Folder = "/project/";

    /// <summary>Files that are no sources, such as prompts; paths count from <see cref="Folder"/>.</summary>
    public ImmutableArray<SourceFile> AdditionalFiles { get; init; } = [];

    /// <summary>MSBuild properties that the compiler is told.</summary>
    public ImmutableDictionary<string, string> BuildProperties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The language version of the sources and of what is generated.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>The nullable context of the project.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>What the project refers to.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = ReferenceSet.FrameworkAndRuntime;

    /// <summary>The name of the assembly.</summary>
    public string AssemblyName { get; init; } = "Consumer";

    /// <summary>Preprocessor symbols.</summary>
    public ImmutableArray<string> PreprocessorSymbols { get; init; } = [];

    /// <summary>Whether the project has unsafe code.</summary>
    public bool AllowsUnsafe { get; init; }

    /// <summary>What becomes of documentation comments; by default they are checked, so that CS1591 is seen.</summary>
    public DocumentationMode Documentation { get; init; } = DocumentationMode.Diagnose;

    /// <summary>How the sources are parsed.</summary>
    public CSharpParseOptions ParseOptions => new(LanguageVersion, Documentation, SourceCodeKind.Regular, PreprocessorSymbols);

    /// <summary>Parses one file the way this project does.</summary>
    public SyntaxTree Parse(SourceFile file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, System.Text.Encoding.UTF8), ParseOptions, file.Path);

    /// <summary>Creates the compilation, before any generator has run.</summary>
    public CSharpCompilation Compile() =>
        CSharpCompilation.Create(AssemblyName, Sources.Select(Parse), References, CompilationOptions);

    private CSharpCompilationOptions CompilationOptions => new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(Nullable)
        .WithWarningLevel(9999)
        .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
        .WithDeterministic(true)
        .WithAllowUnsafe(AllowsUnsafe)
        .WithSpecificDiagnosticOptions(UnificationNotices);

    // The SDK turns these two off in every project: they only tell that a newer framework assembly stands in for an older one.
    private static ImmutableDictionary<string, ReportDiagnostic> UnificationNotices { get; } = ImmutableDictionary<string, ReportDiagnostic>.Empty
        .Add("CS1701", ReportDiagnostic.Suppress)
        .Add("CS1702", ReportDiagnostic.Suppress);
}
