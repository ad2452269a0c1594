using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Memo;

/// <summary>One walk over a file's declarations: where bodies stand, which types it declares, and what of it can change what a name in any other file means.</summary>
internal sealed class DeclarationOutline
{
    private readonly List<TextSpan> _bodies = [];
    private readonly List<string> _sharedMentions = [];
    private readonly List<string> _typeNames = [];
    private ShapeHash _surface = new();

    private DeclarationOutline()
    {
    }

    /// <summary>The spans of method bodies in text order. A body with a directive is none: <c>#nullable</c> and its like reach beyond the braces.</summary>
    public IReadOnlyList<TextSpan> Bodies => _bodies;

    /// <inheritdoc cref="SyntaxTreeShape.TypeNames"/>
    public IReadOnlyList<string> TypeNames => _typeNames;

    /// <inheritdoc cref="SyntaxTreeShape.SharedMentions"/>
    public IReadOnlyList<string> SharedMentions => _sharedMentions;

    /// <inheritdoc cref="SyntaxTreeShape.Surface"/>
    public ulong Surface => _surface.Value;

    /// <summary>Walks a file.</summary>
    public static DeclarationOutline Read(SyntaxNode root)
    {
        var outline = new DeclarationOutline();
        if (root is CompilationUnitSyntax unit)
        {
            outline.AddShared(unit);
            outline.VisitAll(unit.Members);
        }

        return outline;
    }

    private void VisitAll(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            Visit(member);
        }

        // Where the namespace or the type ends, so that two files whose types stand in other places are not one.
        _surface.Add((ulong)SyntaxKind.CloseBraceToken);
    }

    private void Visit(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax @namespace:
                _surface.Add(@namespace.Name.ToString());
                VisitAll(@namespace.Members);
                break;
            case TypeDeclarationSyntax type:
                AddType(type, type.Identifier, type.TypeParameterList);
                VisitAll(type.Members);
                break;
            case EnumDeclarationSyntax @enum:
                AddType(@enum, @enum.Identifier, null);
                break;
            case DelegateDeclarationSyntax @delegate:
                AddType(@delegate, @delegate.Identifier, @delegate.TypeParameterList);
                break;
            case BaseMethodDeclarationSyntax method:
                AddBody(method.Body, method.ExpressionBody);
                break;
            case BasePropertyDeclarationSyntax { AccessorList: { } accessors }:
                foreach (AccessorDeclarationSyntax accessor in accessors.Accessors)
                {
                    AddBody(accessor.Body, accessor.ExpressionBody);
                }

                break;
            case GlobalStatementSyntax statement:
                AddBody(statement.Statement, null);
                break;
            default:
                break;
        }
    }

    private void AddBody(SyntaxNode? block, SyntaxNode? expression)
    {
        SyntaxNode? body = block ?? expression;
        if (body is { ContainsDirectives: false })
        {
            _bodies.Add(body.Span);
        }
    }

    private void AddType(MemberDeclarationSyntax type, SyntaxToken name, TypeParameterListSyntax? parameters)
    {
        _typeNames.Add(name.ValueText);
        _surface.Add((ulong)type.RawKind);
        _surface.Add(type.Modifiers.ToString());
        _surface.Add(name.ValueText);
        _surface.Add((ulong)(parameters?.Parameters.Count ?? 0));
        if (ChoosesClassName(type.AttributeLists))
        {
            _surface.Add(type.AttributeLists.ToString());
        }
    }

    /// <summary>Whether the type says how its generated class is called, which stands in the way of other contracts with that name.</summary>
    private static bool ChoosesClassName(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (AttributeListSyntax list in lists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == WellKnownNames.ClassName) == true)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void AddShared(CompilationUnitSyntax unit)
    {
        foreach (UsingDirectiveSyntax directive in unit.Usings)
        {
            if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
            {
                AddShared(directive);
            }
        }

        foreach (AttributeListSyntax attributes in unit.AttributeLists)
        {
            AddShared(attributes);
        }
    }

    private void AddShared(SyntaxNode node)
    {
        _surface.Add(node.ToString());
        foreach (SyntaxToken token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                _sharedMentions.Add(token.ValueText);
            }
        }
    }
}
