using System.Collections.Concurrent;
using System.Globalization;
using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Prompts;

/// <summary>Visits one contract.</summary>
/// <param name="contract">The type.</param>
/// <param name="attribute">Its <c>[GeminiPrompts]</c>.</param>
/// <param name="compilation">The compilation of both.</param>
/// <param name="report">Takes the findings, those in prompt files too.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal delegate void ContractVisit(INamedTypeSymbol contract, AttributeData attribute, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellationToken);

/// <summary>
/// The findings of a project's contracts, in code and in prompt files. Editors ask for each file by itself, and no file tells which contracts use it; so every
/// contract is visited once, for whoever asks first, and its findings are kept for the others.
/// </summary>
/// <param name="marker">The class of <c>[GeminiPrompts]</c>.</param>
/// <param name="visit">Finds what is wrong with one contract.</param>
internal sealed class ContractFindings(INamedTypeSymbol marker, ContractVisit visit)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Visited> _visited = new(SymbolEqualityComparer.Default);
    private readonly object _lock = new();
    private List<INamedTypeSymbol>? _contracts;

    /// <summary>Reports what is found in the code of a contract.</summary>
    public void ReportInCode(SymbolAnalysisContext context)
    {
        foreach (Diagnostic finding in Find((INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken))
        {
            if (finding.Location.Kind != LocationKind.ExternalFile)
            {
                context.ReportDiagnostic(finding);
            }
        }
    }

    /// <summary>Reports what any contract finds in a prompt file, once where several find the same.</summary>
    public void ReportInFile(AdditionalFileAnalysisContext context)
    {
        if (!PromptFile.IsPath(context.AdditionalFile.Path))
        {
            return;
        }

        HashSet<(string Id, TextSpan Place, string Message)> reported = [];
        foreach (INamedTypeSymbol contract in GetContracts(context.Compilation, context.CancellationToken))
        {
            foreach (Diagnostic finding in Find(contract, context.Compilation, context.CancellationToken))
            {
                bool isHere = finding.Location.Kind == LocationKind.ExternalFile && finding.Location.GetLineSpan().Path == context.AdditionalFile.Path;
                if (isHere && reported.Add((finding.Id, finding.Location.SourceSpan, finding.GetMessage(CultureInfo.InvariantCulture))))
                {
                    context.ReportDiagnostic(finding);
                }
            }
        }
    }

    /// <summary>The findings of a type; none when it is no contract.</summary>
    internal IReadOnlyList<Diagnostic> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (type.FindAttribute(marker) is not { } attribute)
        {
            return [];
        }

        Visited visited = _visited.GetOrAdd(type, static _ => new Visited());
        lock (visited)
        {
            if (visited.Findings is null)
            {
                List<Diagnostic> findings = [];
                visit(type, attribute, compilation, findings.Add, cancellationToken);
                visited.Findings = findings;
            }

            return visited.Findings;
        }
    }

    /// <summary>The contracts of the project.</summary>
    public List<INamedTypeSymbol> GetContracts(Compilation compilation, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_contracts is null)
            {
                List<INamedTypeSymbol> contracts = [];
                Collect(compilation.Assembly.GlobalNamespace, contracts, cancellationToken);
                _contracts = contracts;
            }

            return _contracts;
        }
    }

    private void Collect(INamespaceOrTypeSymbol scope, List<INamedTypeSymbol> contracts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (ISymbol member in scope.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner)
            {
                continue;
            }

            if (inner is INamedTypeSymbol { TypeKind: TypeKind.Interface } type && type.FindAttribute(marker) is not null)
            {
                contracts.Add(type);
            }

            Collect(inner, contracts, cancellationToken);
        }
    }

    /// <summary>A contract and what was found; a cancelled visit leaves nothing behind.</summary>
    private sealed class Visited
    {
        public IReadOnlyList<Diagnostic>? Findings { get; set; }
    }
}
