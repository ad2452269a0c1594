using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG9002: the project's <c>gemini-models.json</c> cannot be read, so nothing of it is in force. Speaks whatever <c>GeminiGenAnalyzers</c> says: the program would count with other numbers than its author wrote.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatalogFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.CatalogFileUnreadable);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Check);
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        AdditionalText file = context.AdditionalFile;
        if (ProjectCatalogFile.IsPath(file.Path)
            && GeminiSymbols.TryCreate(context.Compilation, out _)
            && !ProjectCatalog.TryRead(file, context.CancellationToken, out _, out JsonSyntaxException? fault))
        {
            string text = file.GetText(context.CancellationToken)?.ToString() ?? "";
            Location location = new FileSite(new PromptFile(file.Path, text)).Locate(fault!.Position.Offset, LengthAt(text, fault.Position.Offset));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.CatalogFileUnreadable, location, fault.Reason.TrimEnd('.')));
        }
    }

    // The string, word or number that stands there, or one character.
    private static int LengthAt(string text, int start)
    {
        if (start >= text.Length)
        {
            return 0;
        }

        int end = start + 1;
        bool isString = text[start] == '"';
        while (end < text.Length && (isString ? text[end] is not ('"' or '\r' or '\n') : IsWord(text[start]) && IsWord(text[end])))
        {
            end++;
        }

        return (isString && end < text.Length && text[end] == '"' ? end + 1 : end) - start;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '+' or '.';
}
