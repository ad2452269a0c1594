using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// A look at the spelling alone, without allocation: could this text be a piece of a key, or what an expression puts together come to one? It decides what is worth folding, not
/// what is reported.
/// </summary>
internal static class KeyFragments
{
    /// <summary>Fewer characters in a row than this say nothing.</summary>
    public const int ShortestRun = 8;

    // A long run without a word's end in sight: few names of this length hold digits.
    private const int LongRun = 24;
    private const int FewestBreaks = 4;

    // Codes of characters: in hexadecimal digits, most of which are decimal ones for text, and in escapes.
    private const int ShortestCode = 40;
    private const int FewestEscapes = 16;

    // With dashes; braces add two.
    private const int GuidLength = 36;

    // A key that is spelled in crumbs has no piece that looks like one, but many pieces.
    private const int LongestCrumb = 5;
    private const int FewestCrumbs = 6;

    private const int DeepestNesting = 200;

    private static readonly string[] NamesOfParts = ["key", "secret", "token", "part", "prefix", "suffix", "head", "tail", "half"];

    /// <summary>True for a text that holds the beginning of a key, or characters in a row that no word has.</summary>
    public static bool MayBePart(string text)
    {
        if (KeyShapes.HasBeginning(text))
        {
            return true;
        }

        int run = 0;
        int breaks = 0;
        int digits = 0;
        int escapes = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsKeyCharacter(text[i]))
            {
                run = breaks = digits = 0;
                escapes += text[i] is '%' or '\\' or '&' ? 1 : 0;
                continue;
            }

            run++;
            digits += text[i] is >= '0' and <= '9' ? 1 : 0;
            breaks += run > 1 && IsBreak(text[i - 1], text[i]) ? 1 : 0;
            if (run >= ShortestRun && IsMixed(run, breaks, digits))
            {
                return !IsGuid(text);
            }
        }

        return escapes >= FewestEscapes;
    }

    /// <summary>True for characters in a row that change between letters and digits, or between small letters and capitals, as no word does.</summary>
    /// <param name="run">How many they are, at least <see cref="ShortestRun"/>.</param>
    /// <param name="breaks">How often they change.</param>
    /// <param name="digits">How many are digits.</param>
    public static bool IsMixed(int run, int breaks, int digits)
        => breaks * 3 >= run || (run >= LongRun && breaks >= FewestBreaks && digits > 0) || (run >= ShortestCode && digits * 2 >= run);

    /// <summary>True when a piece of a key stands beside an unknown character of a folded text, or nothing of it is known: what is unknown may then be the rest.</summary>
    public static bool MeetsUnknown(string text)
    {
        int known = 0;
        bool isUnknownBefore = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\0')
            {
                continue;
            }

            // The piece between two unknown characters, or at an end.
            bool isUnknownBehind = i < text.Length;
            string piece = text.Substring(known, i - known);
            if ((isUnknownBefore && isUnknownBehind && piece.Length <= LongestCrumb && First(piece).Length == piece.Length) || (isUnknownBehind && MayBePart(Last(piece))) || (isUnknownBefore && MayBePart(First(piece))))
            {
                return true;
            }

            isUnknownBefore = isUnknownBehind;
            known = i + 1;
        }

        return text.Length == 0 || (text.Length == 1 && text[0] == '\0');
    }

    private static string Last(string text)
    {
        int start = text.Length;
        while (start > 0 && (IsKeyCharacter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        return text.Substring(start);
    }

    private static string First(string text)
    {
        int end = 0;
        while (end < text.Length && (IsKeyCharacter(text[end]) || text[end] == '.'))
        {
            end++;
        }

        return text.Substring(0, end);
    }

    /// <summary>True when the parts of an expression of <see cref="TextHosts"/> could add up to a key.</summary>
    public static bool MayAddUp(ExpressionSyntax host)
    {
        var look = default(Look);
        look.At(host, 0);
        return look.HasFragment
            || (look.Crumbs >= FewestCrumbs && look.CrumbLength >= KeyShapes.ShortestKey)
            || (look.References > 1 && (look.NamesParts || IsConstantPosition(host)));
    }

    /// <summary>True from a small letter to a capital, from letter to digit and from digit to letter: what words do rarely.</summary>
    public static bool IsBreak(char before, char c)
    {
        bool wasDigit = before is >= '0' and <= '9';
        bool isDigit = c is >= '0' and <= '9';
        return wasDigit != isDigit || (before is >= 'a' and <= 'z' && c is >= 'A' and <= 'Z');
    }

    private static bool IsGuid(string text) => text.Length is GuidLength or GuidLength + 2 && Guid.TryParse(text, out _);

    private static bool IsKeyCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '+' or '/' or '=';

    // "const string Key = Head + Tail": nothing here is spelled like a key, and binding a constant is cheap.
    private static bool IsConstantPosition(ExpressionSyntax host) => host.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: FieldDeclarationSyntax field } } }
            => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax local } } }
            => local.IsConst,
        AttributeArgumentSyntax => true,
        _ => false,
    };

    // What a walk over the spelling has seen so far.
    private struct Look
    {
        public bool HasFragment;
        public bool NamesParts;
        public int Crumbs;
        public int CrumbLength;
        public int References;

        public void At(SyntaxNode node, int depth)
        {
            if (HasFragment || depth > DeepestNesting)
            {
                return;
            }

            switch (node)
            {
                case LiteralExpressionSyntax literal:
                    AtText(literal.Token);
                    break;
                case InterpolatedStringTextSyntax text:
                    AtText(text.TextToken);
                    break;
                case IdentifierNameSyntax name:
                    AtName(name);
                    break;
                case MemberAccessExpressionSyntax member:
                    References++;
                    NamesParts |= IsNameOfPart(member.Name) || (member.Expression is SimpleNameSyntax receiver && IsNameOfPart(receiver));
                    break;
                case BinaryExpressionSyntax binary:
                    AtConcatenation(binary, depth);
                    break;
                case InvocationExpressionSyntax call:
                    AtCall(call, depth);
                    break;
                case LambdaExpressionSyntax:
                    break;
                default:
                    AtChildren(node, depth);
                    break;
            }
        }

        // The left spine of a concatenation can be thousands of operands deep, so it is walked and not recursed into.
        private void AtConcatenation(BinaryExpressionSyntax binary, int depth)
        {
            ExpressionSyntax left = binary;
            while (left is BinaryExpressionSyntax add && add.IsKind(SyntaxKind.AddExpression))
            {
                At(add.Right, depth + 1);
                left = add.Left;
            }

            At(left, depth + 1);
        }

        private void AtCall(InvocationExpressionSyntax call, int depth)
        {
            bool isTextCall = TextHosts.IsTextCall(call);
            if (call.Expression is MemberAccessExpressionSyntax member && !isTextCall)
            {
                At(member.Expression, depth + 1);
            }
            else if (call.Expression is IdentifierNameSyntax name)
            {
                AtName(name);
            }

            if (isTextCall || TextHosts.IsHost(call))
            {
                AtChildren(call.ArgumentList, depth);
            }
        }

        private void AtChildren(SyntaxNode node, int depth)
        {
            foreach (SyntaxNodeOrToken child in node.ChildNodesAndTokens())
            {
                if (child.IsNode)
                {
                    At(child.AsNode()!, depth + 1);
                }
            }
        }

        private void AtText(SyntaxToken token)
        {
            if (token.Value is char)
            {
                Crumbs++;
                CrumbLength++;
            }
            else if (token.Value is string text)
            {
                HasFragment |= MayBePart(text);
                Crumbs += text.Length is > 0 and <= LongestCrumb ? 1 : 0;
                CrumbLength += text.Length <= LongestCrumb ? text.Length : 0;
            }
        }

        // What another file declares is a member; those are spelled with a capital or an underscore.
        private void AtName(IdentifierNameSyntax name)
        {
            string text = name.Identifier.ValueText;
            if (text.Length > 0 && (text[0] == '_' || char.IsUpper(text[0])))
            {
                References++;
                NamesParts |= IsNameOfPart(name);
            }
        }

        private static bool IsNameOfPart(SimpleNameSyntax name)
        {
            foreach (string word in NamesOfParts)
            {
                if (name.Identifier.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
