using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4007: text of unknown content stands between the quotes of a body that is written as JSON. One quote in it, or one line end, and the body is another.</summary>
internal static class PastedTextRule
{
    /// <summary>Checks one body.</summary>
    public static void Check(RequestBody body, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (ExpressionSyntax hole in new PastedTexts(model, cancellationToken).Find(body.Value))
        {
            report(Diagnostic.Create(Descriptors.PastedText, hole.GetLocation(), hole.ToString()));
        }
    }
}
