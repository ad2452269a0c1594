using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>Makes types partial.</summary>
internal static class PartialTypes
{
    /// <summary>The keyword comes last; where it comes first it takes over what stands before the declaration.</summary>
    public static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax container)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (container.Modifiers.Count > 0)
        {
            return container.WithModifiers(container.Modifiers.Add(partial));
        }

        SyntaxToken keyword = container.Keyword;
        return container
            .WithKeyword(keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(keyword.LeadingTrivia)));
    }
}
