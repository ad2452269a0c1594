using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0009: lets a member that leads back to its own type be null, names a dictionary's members by text, or takes a converter away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnswerTypeRefusedByApiFixer)), Shared]
public sealed class AnswerTypeRefusedByApiFixer : ContractFixer
{
    /// <summary>The key of the fix that makes a member nullable.</summary>
    public const string MakeNullableKey = "GG0009.MakeNullable";

    /// <summary>The key of the fix that makes texts the keys of a dictionary.</summary>
    public const string UseTextKeyKey = "GG0009.UseTextKey";

    /// <summary>The key of the fix that removes a converter.</summary>
    public const string RemoveConverterKey = "GG0009.RemoveConverter";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.AnswerTypeRefusedByApi);

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        TypeSyntax? type = GetType(node);
        if (diagnostic.Properties.ContainsKey(ContractIssueProperties.MakeNullable) && type is not null and not NullableTypeSyntax)
        {
            TypeSyntax nullable = SyntaxFactory.NullableType(type.WithoutTrailingTrivia()).WithTrailingTrivia(type.GetTrailingTrivia());
            Register("Make it nullable", MakeNullableKey, root.ReplaceNode(type, nullable));
        }
        else if (diagnostic.Properties.TryGetValue(ContractIssueProperties.KeyedType, out string? name) && type is not null && FindKey(type, name!) is { } key)
        {
            TypeSyntax text = SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)).WithTriviaFrom(key);
            Register("Use 'string' as the key", UseTextKeyKey, root.ReplaceNode(key, text));
        }
        else if (diagnostic.Properties.ContainsKey(ContractIssueProperties.RemoveConverter) && FindConverter(node) is { } converter)
        {
            SyntaxNode removed = converter.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list : converter;
            Register("Remove the converter", RemoveConverterKey, root.RemoveNode(removed, SyntaxRemoveOptions.KeepNoTrivia)!);
        }

        return Task.CompletedTask;

        void Register(string title, string key, SyntaxNode changed)
            => context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), key), diagnostic);
    }

    /// <summary>The type of the member that is marked, or the type that is marked itself.</summary>
    private static TypeSyntax? GetType(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        TypeSyntax type => type,
        _ => null,
    };

    /// <summary>The key of the one dictionary of that name; null when there are several, or it is written otherwise.</summary>
    private static TypeSyntax? FindKey(TypeSyntax type, string name)
    {
        GenericNameSyntax? found = null;
        foreach (SyntaxNode node in type.DescendantNodesAndSelf())
        {
            if (node is GenericNameSyntax { TypeArgumentList.Arguments.Count: 2 } generic && generic.Identifier.ValueText == name)
            {
                if (found is not null)
                {
                    return null;
                }

                found = generic;
            }
        }

        // What fills the property would have to follow.
        bool isFilled = type.Parent is PropertyDeclarationSyntax { Initializer.Value: not (ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax) };
        return isFilled ? null : found?.TypeArgumentList.Arguments[0];
    }

    private static AttributeSyntax? FindConverter(SyntaxNode node)
    {
        SyntaxList<AttributeListSyntax> lists = node switch
        {
            PropertyDeclarationSyntax property => property.AttributeLists,
            ParameterSyntax parameter => parameter.AttributeLists,
            _ => default,
        };
        AttributeSyntax? found = null;
        foreach (AttributeListSyntax list in lists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : attribute.Name.ToString();
                found = name is "JsonConverter" or "JsonConverterAttribute" ? attribute : found;
            }
        }

        return found;
    }
}
