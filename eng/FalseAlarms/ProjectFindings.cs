using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using GeminiGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.FalseAlarms;

/// <summary>What the rules say of a project. Its references are the running framework and no more, so much of a strange project does not bind; what is spelled is spelled all the same.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="Lines">How many lines it has.</param>
internal sealed record ProjectFindings(ImmutableArray<Diagnostic> Findings, long Lines)
{
    /// <summary>The id under which the compiler tells of a rule that failed.</summary>
    public const string Crash = "AD0001";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(KeyAnalyzer).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Runs the rules over a project.</summary>
    public static async Task<ProjectFindings> OfAsync(SourceProject project, CancellationToken cancellationToken)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NETSTANDARD", "TRACE"]);
        SyntaxTree[] files = [.. project.Files.AsParallel().AsOrdered().Select(path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), options, path))];
        bool isProgram = files.Any(static file => ((CompilationUnitSyntax)file.GetRoot()).Members.Any(static member => member is GlobalStatementSyntax));
        var compilation = CSharpCompilation.Create(
            "Scanned", files, Framework, new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        ImmutableArray<Diagnostic> findings = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return new ProjectFindings(findings, files.Sum(static file => (long)file.GetText().Lines.Count));
    }
}
