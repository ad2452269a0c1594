using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace GeminiGen.Package.Tests;

/// <summary>
/// A solution on disk as editors and tools open it: MSBuild says what belongs to its projects, and rules, generator and fixes come from the package they reference.
/// Nothing is written to the disk.
/// </summary>
internal sealed class OpenedSolution : IDisposable
{
    private readonly MSBuildWorkspace _workspace;

    private OpenedSolution(MSBuildWorkspace workspace)
    {
        _workspace = workspace;
        Solution = workspace.CurrentSolution;
    }

    /// <summary>The solution, with the fixes applied so far.</summary>
    public Solution Solution { get; private set; }

    /// <summary>Opens a solution whose packages are restored.</summary>
    public static async Task<OpenedSolution> OpenAsync(string path)
    {
        var workspace = MSBuildWorkspace.Create();
        await workspace.OpenSolutionAsync(path);
        Assert.DoesNotContain(workspace.Diagnostics, static message => message.Kind == WorkspaceDiagnosticKind.Failure);
        return new OpenedSolution(workspace);
    }

    /// <summary>A document, by "Project/File.cs".</summary>
    public Document Document(string place)
    {
        string[] parts = place.Split('/');
        return Solution.Projects.Single(project => project.Name == parts[0]).Documents.Single(document => document.Name == parts[1]);
    }

    /// <summary>Where a rule has findings, "Project/File.cs" for each, in order.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(string rule)
        => [.. (await FindAsync(rule)).Select(static finding => $"{finding.Document.Project.Name}/{finding.Document.Name}").Order(StringComparer.Ordinal)];

    /// <summary>Applies the fix of the first finding in a document.</summary>
    public async Task FixOneAsync(string rule, string place)
    {
        (Document document, Diagnostic diagnostic) = (await FindAsync(rule)).First(finding => finding.Document.Id == Document(place).Id);
        await ApplyAsync(await FirstActionAsync(FixerOf(document.Project, rule), document, diagnostic));
    }

    /// <summary>Applies the fix to all findings of a scope around a document.</summary>
    public async Task FixAllAsync(string rule, FixAllScope scope, string place)
    {
        Document document = Document(place);
        CodeFixProvider fixer = FixerOf(document.Project, rule);
        Diagnostic first = (await FindAsync(rule)).First(finding => finding.Document.Id == document.Id).Diagnostic;
        string key = (await FirstActionAsync(fixer, document, first)).EquivalenceKey!;
        var context = new FixAllContext(document, fixer, scope, key, [rule], new Findings(rule), CancellationToken.None);
        CodeAction? all = await fixer.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(all);
        await ApplyAsync(all);
    }

    /// <summary>Fails the test unless every project compiles with what its generators write.</summary>
    public async Task AssertCompilesAsync()
    {
        foreach (Project project in Solution.Projects)
        {
            Compilation compilation = (await project.GetCompilationAsync())!;
            Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private async Task<IReadOnlyList<(Document Document, Diagnostic Diagnostic)>> FindAsync(string rule)
    {
        var findings = new List<(Document, Diagnostic)>();
        foreach (Project project in Solution.Projects)
        {
            findings.AddRange((await RunAsync(project, rule)).Select(diagnostic => (Solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic)));
        }

        return findings;
    }

    private static async Task<IEnumerable<Diagnostic>> RunAsync(Project project, string rule)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. project.AnalyzerReferences.Where(IsOurs).SelectMany(static reference => reference.GetAnalyzers(LanguageNames.CSharp))];
        Assert.NotEmpty(analyzers);
        Compilation compilation = (await project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
        return diagnostics.Where(diagnostic => diagnostic.Id == rule);
    }

    private static CodeFixProvider FixerOf(Project project, string rule)
        => project.AnalyzerReferences.Where(IsOurs).OfType<AnalyzerFileReference>()
            .SelectMany(static reference => reference.GetAssembly().GetTypes())
            .Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .First(fixer => fixer.FixableDiagnosticIds.Contains(rule));

    private static bool IsOurs(AnalyzerReference reference) => Path.GetFileName(reference.FullPath)?.StartsWith("GeminiGen.", StringComparison.Ordinal) == true;

    private static async Task<CodeAction> FirstActionAsync(CodeFixProvider fixer, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions[0];
    }

    private async Task ApplyAsync(CodeAction action)
        => Solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    /// <summary>What a fix-all asks for the findings of its scope.</summary>
    private sealed class Findings(string rule) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => RunAsync(project, rule);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => (await RunAsync(document.Project, rule)).Where(diagnostic => document.Project.Solution.GetDocument(diagnostic.Location.SourceTree)?.Id == document.Id);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
