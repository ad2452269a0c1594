using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3004: a list or text that outlives the turn is appended to in each and sent whole, and nothing in sight ever makes it shorter.</summary>
internal static class UnboundedHistoryRule
{
    /// <summary>Checks what one call sends.</summary>
    public static void Check(ModelCall call, ProjectFacts project, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // What stands around a client behind a face may send less than it is given.
        if (call.Sender is { Retry: OwnRetry.Behind } && project.MayShortenRequests(cancellationToken))
        {
            return;
        }

        HashSet<ISymbol>? seen = null;
        foreach ((ISymbol symbol, _) in new SentSymbols(call, cancellationToken).All())
        {
            seen ??= new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            if (seen.Add(symbol) && HistoryUse.Find(symbol, call, cancellationToken) is { } growth)
            {
                report(Diagnostic.Create(Descriptors.UnboundedHistory, growth.GetLocation(), symbol.Name));
            }
        }
    }
}
