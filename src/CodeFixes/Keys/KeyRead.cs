using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace GeminiGen.CodeFixes.Keys;

/// <summary>Writes the expression that reads a key at run time.</summary>
internal sealed class KeyRead(KeySource source, SemanticModel model, SyntaxGenerator generator, CancellationToken cancellationToken)
{
    /// <summary>Marks the names whose namespaces the file must import.</summary>
    public static readonly SyntaxAnnotation Imports = new();

    /// <summary>The read, or the read with an exception where the code around it accepts no null.</summary>
    public ExpressionSyntax Write(SyntaxNode target)
    {
        ExpressionSyntax read = Read();
        return AcceptsNull(target) ? read : OrThrow(read);
    }

    /// <summary>The read for a longer text, which takes null for nothing: a request without its key would be sent.</summary>
    public ExpressionSyntax WriteInText() => OrThrow(Read());

    private ExpressionSyntax Read()
        => source.Configuration is { } configuration
            ? (ExpressionSyntax)generator.ElementAccessExpression(SyntaxFactory.ParseExpression(configuration), generator.LiteralExpression(source.Name))
            : (ExpressionSyntax)generator.InvocationExpression(
                generator.MemberAccessExpression(Type("System.Environment"), "GetEnvironmentVariable"),
                generator.LiteralExpression(source.Name));

    private ExpressionSyntax Throw() => (ExpressionSyntax)generator.ThrowExpression(
        generator.ObjectCreationExpression(Type("System.InvalidOperationException"), generator.LiteralExpression(source.MissingMessage)));

    private ParenthesizedExpressionSyntax OrThrow(ExpressionSyntax read)
    {
        var coalesce = (ExpressionSyntax)generator.CoalesceExpression(read, Throw());
        return SyntaxFactory.ParenthesizedExpression(coalesce).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
    }

    private SyntaxNode Type(string metadataName)
        => model.Compilation.GetTypeByMetadataName(metadataName) is { } type
            ? generator.TypeExpression(type).WithAdditionalAnnotations(Imports)
            : generator.DottedName(metadataName);

    private bool AcceptsNull(SyntaxNode target)
    {
        IOperation? parent = model.GetOperation(target, cancellationToken)?.Parent;
        bool isChecked = (model.GetNullableContext(target.SpanStart) & NullableContext.WarningsEnabled) != 0;
        return parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolationOperation => false,
            _ when !isChecked => true,
            IArgumentOperation argument => Accepts(argument.Parameter?.Type),
            ISimpleAssignmentOperation assignment => Accepts(DeclaredType(assignment.Target)),
            IFieldInitializerOperation field => field.InitializedFields.All(static initialized => Accepts(initialized.Type)),
            IPropertyInitializerOperation property => property.InitializedProperties.All(static initialized => Accepts(initialized.Type)),
            _ => false,
        };
    }

    // The type of the operation has no annotation; that of the symbol has.
    private static ITypeSymbol? DeclaredType(IOperation target) => target switch
    {
        IPropertyReferenceOperation property => property.Property.Type,
        IFieldReferenceOperation field => field.Field.Type,
        ILocalReferenceOperation local => local.Local.Type,
        IParameterReferenceOperation parameter => parameter.Parameter.Type,
        _ => null,
    };

    private static bool Accepts(ITypeSymbol? type) => type?.NullableAnnotation == NullableAnnotation.Annotated;
}
