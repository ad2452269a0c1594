using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Suppressors;

/// <summary>CA1002, CA1819 and CA2227 on properties that generated code sets: they are about types that guard a state, and an answer only carries one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnswerTypeSuppressor : DiagnosticSuppressor
{
    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Suppressions.ListOfAnswer, Suppressions.ArrayOfAnswer, Suppressions.SetterOfAnswer);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (AnswerTypes.Find(context.Compilation, context.CancellationToken) is not { } answers)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (FindProperty(diagnostic, context) is { } property && answers.Hold(property))
            {
                context.ReportSuppression(Suppression.Create(Suppressions.OfAnswers[diagnostic.Id], diagnostic));
            }
        }
    }

    // Of a record's parameter, the property that it makes.
    private static IPropertySymbol? FindProperty(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        SemanticModel model = context.GetSemanticModel(tree);
        return node.FirstAncestorOrSelf<SyntaxNode>(static candidate => candidate is PropertyDeclarationSyntax or ParameterSyntax) switch
        {
            PropertyDeclarationSyntax declaration => model.GetDeclaredSymbol(declaration, context.CancellationToken) as IPropertySymbol,
            ParameterSyntax declaration when model.GetDeclaredSymbol(declaration, context.CancellationToken) is { ContainingSymbol.ContainingType: { IsRecord: true } type } parameter
                => type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(),
            _ => null,
        };
    }
}
