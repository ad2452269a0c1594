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
/// <param name="SourceLines">How many lines its sources have.</param>
/// <param name="SettingsLines">How many lines its settings files have.</param>
internal sealed record ProjectFindings(ImmutableArray<Diagnostic> Findings, long SourceLines, long SettingsLines)
{
    /// <summary>The id under which the compiler tells of a rule that failed.</summary>
    public const string Crash = "AD0001";

    // Opens the rules about calls, which are silent in a project that has nothing to do with a model, and is itself without fault.
    private const string ModelCall = """
        internal static class ModelCallBesideStrangeSources
        {
            public static async System.Threading.Tasks.Task<string> AskAsync(Google.GenAI.Client client, string question, System.Threading.CancellationToken cancellationToken)
            {
                var response = await client.Models.GenerateContentAsync(model: "gemini-3.5-flash", contents: question, cancellationToken: cancellationToken);
                return response.Text ?? throw new System.InvalidOperationException($"No answer: {response.Candidates?[0].FinishReason}.");
            }
        }
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NETSTANDARD", "TRACE"]);

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
    /// <param name="project">The project.</param>
    /// <param name="besideModelCall">Whether a call of a model is compiled with it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<ProjectFindings> OfAsync(SourceProject project, bool besideModelCall, CancellationToken cancellationToken)
    {
        SyntaxTree[] sources = [.. project.Sources.AsParallel().AsOrdered().Select(static path => Parse(File.ReadAllText(path), path))];
        bool isProgram = sources.Any(static file => ((CompilationUnitSyntax)file.GetRoot()).Members.Any(static member => member is GlobalStatementSyntax));
        var compilation = CSharpCompilation.Create(
            "Scanned",
            besideModelCall ? sources.Append(Parse(ModelCall, "ModelCall.cs")) : sources,
            Framework,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        ImmutableArray<AdditionalText> settings = [.. project.Settings.Select(static path => new SettingsText(path))];
        ImmutableArray<Diagnostic> findings = await compilation.WithAnalyzers(Analyzers, new AnalyzerOptions(settings)).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return new ProjectFindings(findings, sources.Sum(static file => (long)file.GetText().Lines.Count), settings.Sum(static file => (long)file.GetText()!.Lines.Count));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);
}
