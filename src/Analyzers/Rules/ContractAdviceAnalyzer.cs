using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Host of what contracts work without and are better with: GG0014 and GG0015. Asks no parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAdviceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.NoCancellationToken,
        Descriptors.InterfaceNotPartial);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (GeminiSymbols.TryCreate(start.Compilation, out GeminiSymbols? symbols) && ModelFiles.AreIn(start.Compilation, start.CancellationToken))
            {
                start.RegisterSymbolAction(new Visitor(symbols).VisitType, SymbolKind.NamedType);
            }
        });
    }

    private sealed class Visitor(GeminiSymbols symbols)
    {
        public void VisitType(SymbolAnalysisContext context)
        {
            if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Interface } type || type.FindAttribute(symbols.GeminiPrompts) is null)
            {
                return;
            }

            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsAbstract: true, IsStatic: false, Arity: 0 } method && IsPrompt(method) && !method.Parameters.Any(IsToken))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoCancellationToken, method.Locations[0], type.Name + "." + method.Name));
                }
            }

            bool isPartial = type.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
            if (!isPartial)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.InterfaceNotPartial, type.Locations[0], type.Name));
            }
        }

        private bool IsPrompt(IMethodSymbol method)
            => method.FindAttribute(symbols.Prompt) is not null || method.FindAttribute(symbols.PromptFile) is not null || method.FindAttribute(symbols.Embed) is not null;

        private static bool IsToken(IParameterSymbol parameter)
            => parameter.Type is { Name: nameof(CancellationToken), ContainingNamespace: { } space } && space.ToDisplayString() == "System.Threading";
    }
}
