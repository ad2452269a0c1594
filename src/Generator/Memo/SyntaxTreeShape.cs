using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Memo;

/// <summary>A number of a file's text without the bodies of its methods, which no declaration elsewhere can see.</summary>
internal static class SyntaxTreeShape
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> Shapes = new();

    /// <summary>Computes the shape once per tree.</summary>
    public static ulong Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Shapes.TryGetValue(tree, out object? shape))
        {
            ulong computed = Compute(tree.GetText(cancellationToken), tree.GetRoot(cancellationToken));
            shape = Shapes.GetValue(tree, _ => computed);
        }

        return (ulong)shape;
    }

    private static ulong Compute(SourceText text, SyntaxNode root)
    {
        var hash = new ShapeHash();
        int position = 0;
        foreach (TextSpan body in FindBodies(root))
        {
            hash.Add(text, TextSpan.FromBounds(position, body.Start));
            position = body.End;
        }

        hash.Add(text, TextSpan.FromBounds(position, text.Length));
        return hash.Value;
    }

    /// <summary>The spans of method bodies in text order. A body with a directive is none: <c>#nullable</c> and its like reach beyond the braces.</summary>
    private static List<TextSpan> FindBodies(SyntaxNode root)
    {
        var bodies = new List<TextSpan>();
        var pending = new Stack<SyntaxNode>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case CompilationUnitSyntax unit:
                    PushAll(pending, unit.Members);
                    break;
                case BaseNamespaceDeclarationSyntax @namespace:
                    PushAll(pending, @namespace.Members);
                    break;
                case TypeDeclarationSyntax type:
                    PushAll(pending, type.Members);
                    break;
                case BaseMethodDeclarationSyntax method:
                    AddBody(bodies, method.Body, method.ExpressionBody);
                    break;
                case BasePropertyDeclarationSyntax { AccessorList: { } accessors }:
                    foreach (AccessorDeclarationSyntax accessor in accessors.Accessors)
                    {
                        AddBody(bodies, accessor.Body, accessor.ExpressionBody);
                    }

                    break;
                case GlobalStatementSyntax statement:
                    AddBody(bodies, statement.Statement, null);
                    break;
                default:
                    break;
            }
        }

        return bodies;
    }

    private static void PushAll(Stack<SyntaxNode> pending, SyntaxList<MemberDeclarationSyntax> members)
    {
        for (int i = members.Count - 1; i >= 0; i--)
        {
            pending.Push(members[i]);
        }
    }

    private static void AddBody(List<TextSpan> bodies, SyntaxNode? block, SyntaxNode? expression)
    {
        SyntaxNode? body = block ?? expression;
        if (body is { ContainsDirectives: false })
        {
            bodies.Add(body.Span);
        }
    }
}
