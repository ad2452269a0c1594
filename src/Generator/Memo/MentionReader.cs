using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Memo;

/// <summary>
/// The names that a file's declarations mention in any role: a type they depend on, however far the way, is mentioned by its simple name in the file before it.
/// Names that only follow from others stand with them: <c>X</c> of <c>IX</c> is the class of a contract, <c>ToneAttribute</c> is meant by <c>[Tone]</c>.
/// </summary>
internal static class MentionReader
{
    /// <summary>Reads the distinct names outside of bodies.</summary>
    public static string[] Read(SyntaxNode root, IReadOnlyList<TextSpan> bodies, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        int next = 0;
        foreach (SyntaxToken token in root.DescendantTokens(descendIntoTrivia: true))
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (next < bodies.Count && bodies[next].End <= token.SpanStart)
            {
                next++;
            }

            if (next == bodies.Count || !bodies[next].Contains(token.SpanStart))
            {
                Add(names, token);
            }
        }

        string[] result = new string[names.Count];
        names.CopyTo(result);
        return result;
    }

    private static void Add(HashSet<string> names, SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.IdentifierToken:
                names.Add(token.ValueText);
                AddDerived(names, token);
                break;

            // The name of a contract's class may be a literal.
            case SyntaxKind.StringLiteralToken when SyntaxFacts.IsValidIdentifier(token.ValueText):
                names.Add(token.ValueText);
                break;
            default:
                break;
        }
    }

    private static void AddDerived(HashSet<string> names, SyntaxToken token)
    {
        string name = token.ValueText;
        switch (token.Parent)
        {
            case InterfaceDeclarationSyntax:
                names.Add(name + "Prompts");
                if (name.Length > 1 && name[0] == 'I')
                {
                    names.Add(name.Substring(1));
                }

                break;
            case SimpleNameSyntax { Parent: AttributeSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax }:
                names.Add(name + "Attribute");
                break;
            default:
                break;
        }
    }
}
