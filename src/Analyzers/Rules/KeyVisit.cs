using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// One text that passed the first look. A key is told once: by the expression that shows it alone, or else by the first literal of it, where it begins.
/// </summary>
internal sealed class KeyVisit
{
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly TextFolder _folder;
    private readonly KeyRules _rules;

    /// <summary>Prepares the visit.</summary>
    public KeyVisit(KeyFile file)
    {
        _model = file.SemanticModel;
        _cancellationToken = file.CancellationToken;
        _folder = new TextFolder(_model, _cancellationToken);
        _rules = new KeyRules(_model, file.Options, file.ReportDiagnostic, _cancellationToken);
    }

    /// <summary>Visits a literal; false when it holds no key and no piece of one.</summary>
    public bool Literal(LiteralExpressionSyntax literal)
        => (!TextHosts.IsInsideHost(literal) && _rules.Check(literal.Token.ValueText, literal, _ => literal.GetLocation())) || Spread(literal);

    /// <summary>Visits an expression that makes a text out of others.</summary>
    public void Host(ExpressionSyntax host)
    {
        FoldedText text = _folder.Fold(host);
        _rules.Check(text.ToString(), host, match => HasLocalFragment(text, match) ? null : Locate(text, match));
    }

    /// <summary>Visits the elements of an array, read as characters.</summary>
    public void Array(ExpressionSyntax array, string text) => _rules.CheckCodes(text, array);

    /// <summary>Visits a piece whose key goes on in other statements, members or calls; false when there is none.</summary>
    public bool Spread(SyntaxNode piece)
    {
        if (IsShownByHost(piece))
        {
            return true;
        }

        bool isPart = false;
        foreach (TextWhole whole in new TextWholes(_folder).Of(piece))
        {
            Location? place = null;
            bool isFound = _rules.Check(whole.Text.ToString(), piece, match => place = IsMine(whole, match, piece) ? Locate(whole.Text, match) : null);
            if (isFound && place is not null)
            {
                return true;
            }

            // Told by another piece.
            isPart |= isFound;
        }

        return isPart;
    }

    // The expression around the piece folds to a key that holds it: that expression is visited on its own.
    private bool IsShownByHost(SyntaxNode piece)
    {
        ExpressionSyntax expression = piece as ExpressionSyntax ?? (ExpressionSyntax)piece.Parent!;
        ExpressionSyntax host = TextHosts.Outermost(expression);
        if (host == piece)
        {
            return false;
        }

        FoldedText text = _folder.Fold(host);
        string characters = text.ToString();
        for (int start = 0; KeyReadings.TryFind(characters, start, out KeyMatch match, out _); start = match.End)
        {
            for (int i = match.Start; i < match.End; i++)
            {
                if (text[i].Origin == piece)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsMine(TextWhole whole, KeyMatch match, SyntaxNode piece)
    {
        bool isTold = whole.Host is { } host && TextHosts.IsHost(host) && KeyFragments.MayAddUp(host) && !HasLocalFragment(whole.Text, match);
        return !isTold && FirstFragment(whole, match) == piece;
    }

    private static bool HasLocalFragment(FoldedText text, KeyMatch match)
    {
        for (int i = match.Start; i < match.End; i++)
        {
            if (text[i].Reach == TextReach.Local && IsFragment(text[i].Origin))
            {
                return true;
            }
        }

        return false;
    }

    // What stands in the expression itself is visited with it; what an array brought to it is not.
    private static SyntaxNode? FirstFragment(TextWhole whole, KeyMatch match)
    {
        for (int i = match.Start; i < match.End; i++)
        {
            TextPart part = whole.Text[i];
            bool isInside = part.Reach == TextReach.Direct && whole.Host is { } host && host.Span.Contains(part.Origin.Span);
            if (!isInside && IsFragment(part.Origin))
            {
                return part.Origin;
            }
        }

        return null;
    }

    private static bool IsFragment(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => KeyFragments.MayBePart(text),
        InterpolatedStringTextSyntax text => KeyFragments.MayBePart(text.TextToken.ValueText),
        _ => false,
    };

    // Where the key stands. Null when it stands whole in a constant that is only named here, because then it is told where that is declared.
    private static Location? Locate(FoldedText text, KeyMatch match)
    {
        TextPart first = text[match.Start];
        if (first.Reach == TextReach.Local)
        {
            return first.Origin.GetLocation();
        }

        SyntaxNode from = first.Node;
        SyntaxNode to = from;
        bool isOne = true;
        for (int i = match.Start + 1; i < match.End; i++)
        {
            // Pieces of string.Format stand in no particular order.
            SyntaxNode node = text[i].Node;
            isOne &= node == first.Node;
            from = node.SpanStart < from.SpanStart ? node : from;
            to = node.Span.End > to.Span.End ? node : to;
        }

        if (isOne)
        {
            bool isVisitedAlone = first.Reach == TextReach.Member || (first.Node is LiteralExpressionSyntax && !TextHosts.IsInsideHost(first.Node));
            return isVisitedAlone ? null : first.Node.GetLocation();
        }

        // What several statements have put into one list is told where it begins.
        if (StatementOf(from) != StatementOf(to))
        {
            return first.Origin.GetLocation();
        }

        return Location.Create(from.SyntaxTree, TextSpan.FromBounds(WithBraces(from).SpanStart, WithBraces(to).Span.End));
    }

    private static StatementSyntax? StatementOf(SyntaxNode piece) => piece.FirstAncestorOrSelf<StatementSyntax>();

    private static SyntaxNode WithBraces(SyntaxNode piece) => piece.Parent is InterpolationSyntax hole ? hole : piece;
}
