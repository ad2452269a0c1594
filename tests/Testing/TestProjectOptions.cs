using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.TestHarness;

/// <summary>The project a markup test is compiled as. The defaults are a library that references the package, in the newest language.</summary>
public sealed record TestProjectOptions
{
    /// <summary>The C# version of the test sources.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Default;

    /// <summary>What the project references.</summary>
    public IEnumerable<MetadataReference> References { get; init; } = ReferenceSet.FrameworkAndRuntime;

    /// <summary>Library or program; top-level statements need a program.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Whether nullable reference types are on.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>The ids the test is about; empty for all but those about requests sent by hand. Other rules of the same analyzer, which may have something to say of the same source, stay out of it.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Lines of an editorconfig that holds for every file, such as <c>dotnet_code_quality.GG3005.share = 10</c>.</summary>
    public string EditorConfig { get; init; } = "";

    /// <summary>Lines of a global analyzer config, such as <c>build_property.GeminiGenAnalyzers = false</c>.</summary>
    public string GlobalConfig { get; init; } = "";

    /// <summary>More files of the project, with markup.</summary>
    public IReadOnlyList<SourceFile> OtherFiles { get; init; } = [];

    /// <summary>Files that are no sources, with markup; paths count from the folder of the project.</summary>
    public IReadOnlyList<SourceFile> AdditionalFiles { get; init; } = [];

    /// <summary>Looks at each finding, beside the markup.</summary>
    public Action<Diagnostic>? Inspect { get; init; }

    /// <summary>
    /// True for rules that mark another place of a document than the one they look at, such as the loop around a call. Editors ask analyzers that are not their own for the whole
    /// document, so the fix is offered there all the same.
    /// </summary>
    public bool IsMarkedElsewhere { get; init; }
}
