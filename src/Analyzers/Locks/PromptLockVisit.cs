using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Shared.Json;
using GeminiGen.Shared.Locks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Locks;

/// <summary>Compares the lock of a project with what its contracts send.</summary>
/// <param name="context">The end of the compilation.</param>
/// <param name="contracts">The contracts in its sources.</param>
internal sealed class PromptLockVisit(CompilationAnalysisContext context, IEnumerable<INamedTypeSymbol> contracts)
{
    private const string FrameworkOption = "build_property.TargetFramework";

    // Half-typed sources may have two of one name, of which one takes type parameters.
    private readonly ILookup<string, INamedTypeSymbol> _contracts = contracts.ToLookup(static contract => contract.GetPlainName().Replace("global::", ""), StringComparer.Ordinal);

    /// <summary>Reports what differs.</summary>
    public void Run()
    {
        // Contracts without rows say that the generator has not run: then nothing is known.
        List<LockRow>? rows = GeneratedRows.Read(context.Compilation, context.CancellationToken);
        if (rows is null && _contracts.Count > 0)
        {
            return;
        }

        AdditionalText? file = context.Options.AdditionalFiles.FirstOrDefault(static file => string.Equals(Path.GetFileName(file.Path), LockNames.FileName, StringComparison.OrdinalIgnoreCase));
        if (file is not null)
        {
            Compare(new PromptFile(file.Path, file.GetText(context.CancellationToken)?.ToString() ?? ""), rows ?? []);
        }
        else if (rows?.Find(static row => !row.IsFault) is { } row)
        {
            Report(Descriptors.LockFileMissing, Locate(row));
        }
    }

    private void Compare(PromptFile file, List<LockRow> rows)
    {
        FileSite site = new(file);
        try
        {
            JsonValue root = JsonTextReader.Parse(file.Text);
            int version = RecordedRows.ReadVersion(root);
            if (version > LockNames.Version)
            {
                Report(Descriptors.LockFileNewer, site.Locate(0, 0), version);
                return;
            }

            context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(FrameworkOption, out string? framework);
            Report(LockComparison.Create(RecordedRows.Read(root).Where(row => row.IsFor(framework ?? "")), rows), site);
        }
        catch (JsonSyntaxException fault)
        {
            Report(Descriptors.LockFileUnreadable, site.Locate(fault.Position.Offset, 1), fault.Reason.TrimEnd('.'));
        }
    }

    private void Report(LockComparison comparison, FileSite site)
    {
        foreach ((LockRow recorded, LockRow now) in comparison.Pairs)
        {
            string changes = string.Join(", ", recorded.FindChanges(now));
            if (changes.Length > 0)
            {
                Report(Descriptors.LockRowStale, Locate(now), now.Name, changes);
            }
        }

        foreach (LockRow row in comparison.Missing)
        {
            Report(Descriptors.LockRowMissing, Locate(row), row.Name);
        }

        foreach (LockRow row in comparison.LeftOver)
        {
            // The line that names the method.
            JsonMember method = row.Content.Members.First(static member => member.Name == LockNames.Method);
            Report(Descriptors.LockRowLeftOver, site.Locate(method.Position.Offset, LockNames.Method.Length + 2), row.Name);
        }
    }

    /// <summary>The method, or its contract where the method is not in its sources.</summary>
    private Location Locate(LockRow row)
    {
        if (_contracts[row.Contract].FirstOrDefault() is not { } contract)
        {
            return Location.None;
        }

        ISymbol named = contract.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => LockSignature.Create(method) == row.Signature) ?? (ISymbol)contract;
        return named.Locations.FirstOrDefault(static location => location.IsInSource) ?? Location.None;
    }

    private void Report(DiagnosticDescriptor rule, Location location, params object[] values) => context.ReportDiagnostic(Diagnostic.Create(rule, location, values));
}
