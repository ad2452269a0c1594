using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3005 and GG3009: the constant text of a method, with its arguments as long as they may be, takes much, or more than all, of its model's window.</summary>
internal static class PromptSizeRule
{
    // What the estimate may be above the truth: an error is reported only when the text is too long even then.
    private const double CertainShare = 0.85;

    /// <summary>Checks the texts of one method.</summary>
    /// <param name="method">The method's name, for the message.</param>
    /// <param name="texts">Template and system instruction.</param>
    /// <param name="model">The contract's model.</param>
    /// <param name="percent">The share of the window from which a warning is due.</param>
    /// <param name="report">Takes the finding.</param>
    public static void Check(string method, PromptTexts texts, CatalogModel model, double percent, Action<Diagnostic> report)
    {
        if (model.InputTokenLimit is not { } window || texts.Location is not { } location)
        {
            return;
        }

        int tokens = texts.EstimateTokens();
        DiagnosticDescriptor? descriptor = tokens * CertainShare > window ? Descriptors.PromptAboveWindow
            : tokens > window * percent / 100 ? Descriptors.PromptLarge
            : tokens + texts.ArgumentTokens > window * percent / 100 ? Descriptors.PromptLargeWithArguments
            : null;
        if (descriptor is not null)
        {
            bool hasArguments = descriptor == Descriptors.PromptLargeWithArguments;
            report(Diagnostic.Create(descriptor, location, method, hasArguments ? tokens + texts.ArgumentTokens : tokens, window, model.Id));
        }
    }
}
