using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>Removes attributes and their arguments, and with the last of them what was around.</summary>
internal static class AttributeRemoval
{
    /// <summary>Removes all of some attributes, arguments of attributes, and parameters.</summary>
    public static SyntaxNode Remove(SyntaxNode root, IEnumerable<SyntaxNode> nodes)
    {
        HashSet<SyntaxNode> removed = [.. nodes];
        foreach (AttributeSyntax attribute in removed.OfType<AttributeArgumentSyntax>().Select(static argument => argument.Parent?.Parent).OfType<AttributeSyntax>().Distinct().ToArray())
        {
            if (attribute.ArgumentList!.Arguments.All(removed.Contains))
            {
                removed.Add(attribute);
            }
        }

        AttributeListSyntax[] lists = [.. removed.OfType<AttributeSyntax>().Select(static attribute => attribute.Parent).OfType<AttributeListSyntax>().Distinct().Where(list => list.Attributes.All(removed.Contains))];
        removed.UnionWith(lists);
        removed.RemoveWhere(node => node.Ancestors().Any(removed.Contains));

        SyntaxAnnotation mark = new();
        root = root.ReplaceNodes(removed, (_, node) => node.WithAdditionalAnnotations(mark));
        root = root.RemoveNodes(root.GetAnnotatedNodes(mark).Where(static node => node is not AttributeListSyntax), SyntaxRemoveOptions.KeepNoTrivia)!;
        while (root.GetAnnotatedNodes(mark).FirstOrDefault() is AttributeListSyntax list)
        {
            root = RemoveList(root, list);
        }

        return root;
    }

    /// <summary>What stands before an attribute, comments and line breaks, stays before what follows.</summary>
    private static SyntaxNode RemoveList(SyntaxNode root, AttributeListSyntax list)
    {
        if (list.Parent is { } owner && owner.GetFirstToken() == list.OpenBracketToken)
        {
            SyntaxToken next = list.GetLastToken().GetNextToken();
            SyntaxAnnotation own = new();
            root = root.ReplaceSyntax([list], (_, node) => node.WithAdditionalAnnotations(own), [next], (_, token) => token.WithLeadingTrivia(list.GetLeadingTrivia()), [], static (_, trivia) => trivia);
            list = (AttributeListSyntax)root.GetAnnotatedNodes(own).Single();
        }

        return root.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
    }
}
