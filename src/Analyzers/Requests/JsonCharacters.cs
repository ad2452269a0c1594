using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Requests;

/// <summary>
/// The characters of a text that source puts together, each with its place: literals of every form, interpolation, concatenation, <c>Format</c> and <c>Replace</c>. What only running
/// code knows is a hole.
/// </summary>
internal sealed class JsonCharacters
{
    /// <summary>Stands where something unknown is put in.</summary>
    public const char Hole = '\uFFFC';

    private const int DeepestNesting = 100;

    private readonly Func<ExpressionSyntax, ExpressionSyntax?> _valueOf;
    private readonly List<(char Character, TextSpan Place, ExpressionSyntax? Hole)> _characters = [];

    // What is being read: a text that names itself is not read again.
    private readonly HashSet<ExpressionSyntax> _open = [];

    private JsonCharacters(Func<ExpressionSyntax, ExpressionSyntax?> valueOf) => _valueOf = valueOf;

    /// <summary>How many there are.</summary>
    public int Count => _characters.Count;

    /// <summary>The character at an index.</summary>
    public char this[int index] => _characters[index].Character;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="valueOf">Gives what a name stands for, where that is text; null for a hole.</param>
    public static JsonCharacters Read(ExpressionSyntax text, Func<ExpressionSyntax, ExpressionSyntax?> valueOf)
    {
        var characters = new JsonCharacters(valueOf);
        characters.Add(text, 0);
        return characters;
    }

    /// <summary>The characters of a constant that a name stands for; where they stand is not known.</summary>
    public static JsonCharacters OfConstant(ExpressionSyntax name, string text)
    {
        var characters = new JsonCharacters(static _ => null);
        characters.AddText(text, null, name);
        return characters;
    }

    /// <summary>What is put in at an index.</summary>
    public ExpressionSyntax? HoleAt(int index) => _characters[index].Hole;

    /// <summary>The place of some characters; null when they do not stand together.</summary>
    public TextSpan? Place(int start, int length)
    {
        if (length <= 0)
        {
            return null;
        }

        TextSpan first = _characters[start].Place;
        TextSpan last = _characters[start + length - 1].Place;
        // Characters of a constant from elsewhere all have one place, and it is not theirs alone.
        return last.End - first.Start == length && first.Length == 1 ? TextSpan.FromBounds(first.Start, last.End) : null;
    }

    /// <summary>From the first to the last of some characters; null when they stand in no order.</summary>
    public TextSpan? Cover(int start, int end)
    {
        TextSpan first = _characters[start].Place;
        TextSpan last = _characters[Math.Max(start, Math.Min(end, Count) - 1)].Place;
        return last.End >= first.Start ? TextSpan.FromBounds(first.Start, last.End) : null;
    }

    private void Add(ExpressionSyntax expression, int depth)
    {
        switch (expression)
        {
            case var _ when depth > DeepestNesting:
                AddHole(expression);
                break;
            case ParenthesizedExpressionSyntax inner:
                Add(inner.Expression, depth + 1);
                break;
            case LiteralExpressionSyntax { Token.Value: string or char } literal:
                AddText(literal.Token.ValueText, StringTokenReader.ReadLiteral(literal.Token), literal);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                AddInterpolated(interpolated, depth);
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                Add(binary.Left, depth + 1);
                Add(binary.Right, depth + 1);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call when AddCall(call, member, depth):
                break;
            default:
                AddName(expression, depth);
                break;
        }
    }

    private void AddName(ExpressionSyntax expression, int depth)
    {
        if (expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && _valueOf(expression) is { } value && _open.Add(value))
        {
            Add(value, depth + 1);
            _open.Remove(value);
        }
        else
        {
            AddHole(expression);
        }
    }

    private void AddHole(ExpressionSyntax expression) => _characters.Add((Hole, expression.Span, expression));

    private void AddText(string text, List<TextSpan>? places, SyntaxNode node)
    {
        for (int i = 0; i < text.Length; i++)
        {
            _characters.Add((text[i], places is not null && i < places.Count ? places[i] : node.Span, null));
        }
    }

    private void AddInterpolated(InterpolatedStringExpressionSyntax interpolated, int depth)
    {
        foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text when StringTokenReader.ReadInterpolatedText(interpolated.StringStartToken, text.TextToken) is { } places:
                    // The compiler takes doubled braces for one only later.
                    AddText(text.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}"), places, text);
                    break;
                case InterpolatedStringTextSyntax text:
                    AddText(text.TextToken.ValueText, ReadRaw(text.TextToken), text);
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole:
                    Add(hole.Expression, depth + 1);
                    break;
                case InterpolationSyntax formatted:
                    AddHole(formatted.Expression);
                    break;
            }
        }
    }

    // Raw text has no escapes; only white space at the start of lines is taken off, so every other character meets its own.
    private static List<TextSpan>? ReadRaw(SyntaxToken token)
    {
        var places = new List<TextSpan>(token.ValueText.Length);
        int at = 0;
        foreach (char character in token.ValueText)
        {
            while (at < token.Text.Length && token.Text[at] != character && char.IsWhiteSpace(token.Text[at]))
            {
                at++;
            }

            if (at == token.Text.Length || token.Text[at] != character)
            {
                return null;
            }

            places.Add(new TextSpan(token.SpanStart + at++, 1));
        }

        return places;
    }

    private bool AddCall(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member, int depth)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        switch (member.Name.Identifier.ValueText)
        {
            case "Replace" when arguments.Count == 2 && arguments[0].Expression is LiteralExpressionSyntax { Token.ValueText.Length: > 1 } marker:
                int from = _characters.Count;
                Add(member.Expression, depth + 1);
                PutIn(from, marker.Token.ValueText, arguments[1].Expression, depth + 1);
                return true;
            case "Format" when arguments.Count > 1 && arguments[0].NameColon is null:
                AddFormat(arguments, depth + 1);
                return true;
            case "Concat":
                foreach (ArgumentSyntax argument in arguments)
                {
                    Add(argument.Expression, depth + 1);
                }

                return true;
            case "Trim" or "ToString" when arguments.Count == 0 && member.Expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax):
                Add(member.Expression, depth + 1);
                return true;
            default:
                return false;
        }
    }

    // In place of each marker in what was read since an index.
    private void PutIn(int from, string marker, ExpressionSyntax value, int depth)
    {
        List<(char Character, TextSpan Place, ExpressionSyntax? Hole)> read = _characters.GetRange(from, _characters.Count - from);
        string text = new(read.Select(static character => character.Character).ToArray());
        _characters.RemoveRange(from, read.Count);
        int at = 0;
        for (int next = text.IndexOf(marker, StringComparison.Ordinal); next >= 0; next = text.IndexOf(marker, at, StringComparison.Ordinal))
        {
            _characters.AddRange(read.GetRange(at, next - at));
            Add(value, depth);
            at = next + marker.Length;
        }

        _characters.AddRange(read.GetRange(at, read.Count - at));
    }

    private void AddFormat(SeparatedSyntaxList<ArgumentSyntax> arguments, int depth)
    {
        int from = _characters.Count;
        Add(arguments[0].Expression, depth);
        List<(char Character, TextSpan Place, ExpressionSyntax? Hole)> read = _characters.GetRange(from, _characters.Count - from);
        _characters.RemoveRange(from, read.Count);
        for (int i = 0; i < read.Count; i++)
        {
            char character = read[i].Character;
            bool isDoubled = character is '{' or '}' && i + 1 < read.Count && read[i + 1].Character == character;
            int close = character == '{' && !isDoubled ? read.FindIndex(i, static part => part.Character == '}') : -1;
            if (close > 0)
            {
                AddItem(arguments, new string(read.GetRange(i + 1, close - i - 1).Select(static part => part.Character).ToArray()), depth);
                i = close;
            }
            else
            {
                _characters.Add(read[i]);
                i += isDoubled ? 1 : 0;
            }
        }
    }

    private void AddItem(SeparatedSyntaxList<ArgumentSyntax> arguments, string item, int depth)
    {
        if (int.TryParse(item, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index) && index + 1 < arguments.Count)
        {
            Add(arguments[index + 1].Expression, depth);
        }
        else
        {
            AddHole(arguments[0].Expression);
        }
    }
}
