using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>The visit of one file by all key rules: from the places its characters name to the syntax that stands there.</summary>
internal sealed class KeyFileVisit
{
    private readonly KeyFile _file;
    private readonly SyntaxTree _tree;
    private readonly KeyCandidates _candidates;
    private readonly KeyBeginnings _beginnings;
    private readonly HashSet<SyntaxNode> _visited = [];
    private bool _hasPiece;

    /// <summary>Prepares the visit.</summary>
    public KeyFileVisit(SemanticModelAnalysisContext context, Action<Diagnostic> report, KeyBeginnings beginnings)
    {
        _file = new KeyFile(context.SemanticModel, context.Options, report, context.CancellationToken);
        _tree = context.SemanticModel.SyntaxTree;
        _candidates = KeyCandidates.Of(_tree, context.CancellationToken);
        _beginnings = beginnings;
    }

    /// <summary>Visits the file.</summary>
    public void Run()
    {
        if (_candidates.HasPrefix)
        {
            CommentKeyRule.Check(_file);
        }

        foreach (int place in _candidates.Texts)
        {
            VisitText(place);
        }

        foreach (int place in _candidates.Crumbs)
        {
            VisitCrumbs(place);
        }

        foreach (int place in _candidates.Lists)
        {
            VisitList(place);
        }

        if (_hasPiece || _beginnings.AreThere(_file.CancellationToken))
        {
            VisitHostsIn(_tree.GetRoot(_file.CancellationToken));
        }

        if (ModelFiles.MentionIn(_tree, _file.CancellationToken) > ModelMention.None)
        {
            OldKeyCheckRule.CheckLengths(_tree, _file.ReportDiagnostic, _file.CancellationToken);
            KeyWrittenOutRule.Check(_file);
        }
    }

    private SyntaxNode? NodeAt(int place)
    {
        _file.CancellationToken.ThrowIfCancellationRequested();
        return _tree.GetRoot(_file.CancellationToken).FindToken(place).Parent;
    }

    private void VisitText(int place)
    {
        SyntaxNode? node = NodeAt(place);
        if (node is null || !_visited.Add(node))
        {
            return;
        }

        switch (node)
        {
            case LiteralExpressionSyntax { Token.Value: string } literal:
                VisitLiteral(literal);
                break;
            case InterpolatedStringTextSyntax text:
                VisitInterpolatedText(text);
                break;
        }
    }

    private void VisitLiteral(LiteralExpressionSyntax literal)
    {
        string text = literal.Token.ValueText;
        bool isPiece = KeyFragments.MayBePart(text);
        if (isPiece && !new KeyVisit(_file).Literal(literal))
        {
            OldKeyCheckRule.CheckText(_file, literal);
            OpaqueKeyRule.Check(_file, literal);
        }

        _hasPiece |= isPiece;
        if (PrivateKeys.TryFind(text, out KeyMatch match) && PrivateKeys.IsOfServiceAccount(text))
        {
            _file.ReportDiagnostic(ProviderKeyInSourceRule.Create(match, literal.GetLocation()));
        }

        VisitParameter(literal, text);
    }

    private void VisitInterpolatedText(InterpolatedStringTextSyntax text)
    {
        bool isPiece = KeyFragments.MayBePart(text.TextToken.ValueText);
        if (isPiece)
        {
            new KeyVisit(_file).Spread(text);
        }

        _hasPiece |= isPiece;
        VisitParameter(text, text.TextToken.ValueText);
    }

    // The key of an address, in it or by its name alone.
    private void VisitParameter(SyntaxNode piece, string text)
    {
        if (UrlKeyRule.MayApply(text))
        {
            UrlKeyRule.Check(_file, piece);
        }
        else if (UrlKeyRule.MayName(text))
        {
            UrlKeyRule.CheckName(_file, piece);
        }
    }

    // What many short texts of one statement are put together by.
    private void VisitCrumbs(int place)
    {
        if (!_hasPiece && NodeAt(place)?.FirstAncestorOrSelf<SyntaxNode>(static node => node is StatementSyntax or MemberDeclarationSyntax) is { } statement)
        {
            VisitHostsIn(statement);
        }
    }

    private void VisitHostsIn(SyntaxNode scope)
    {
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            _file.CancellationToken.ThrowIfCancellationRequested();
            if (TextHosts.IsHost(node) && !TextHosts.IsInsideHost(node) && _visited.Add(node) && KeyFragments.MayAddUp((ExpressionSyntax)node))
            {
                new KeyVisit(_file).Host((ExpressionSyntax)node);
            }
        }
    }

    private void VisitList(int place)
    {
        SyntaxNode? list = NodeAt(place)?.FirstAncestorOrSelf<SyntaxNode>(static node => node is InitializerExpressionSyntax or CollectionExpressionSyntax);
        if (list is not null && _visited.Add(list) && ConstantArray.Read(list) is { } text)
        {
            new KeyVisit(_file).Array((ExpressionSyntax)list, text);
        }
    }
}
