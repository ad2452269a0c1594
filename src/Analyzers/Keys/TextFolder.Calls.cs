using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Calls: what <c>string</c> and <c>StringBuilder</c> do to texts.</summary>
internal sealed partial class TextFolder
{
    private void AddCall(FoldedText text, InvocationExpressionSyntax call)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (TextHosts.IsTextCall(call))
        {
            AddTextCall(text, call, arguments);
        }
        else if (call.Expression is MemberAccessExpressionSyntax member)
        {
            AddMethod(text, call, member, arguments);
        }
        else if (arguments.Count == 0 && call.Expression is IdentifierNameSyntax)
        {
            AddReference(text, call.Expression);
        }
        else
        {
            text.AppendUnknown(call);
        }
    }

    private void AddTextCall(FoldedText text, InvocationExpressionSyntax call, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        switch (((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText)
        {
            case "Concat":
                AddAll(text, Items(arguments, 0), separator: null);
                break;
            case "Join" when arguments.Count > 1:
                AddJoined(text, arguments);
                break;
            case "Format" when arguments.Count > 1:
                AddFormat(text, arguments);
                break;
            default:
                text.AppendUnknown(call);
                break;
        }
    }

    private void AddAll(FoldedText text, IReadOnlyList<ExpressionSyntax> items, ExpressionSyntax? separator)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0 && separator is not null)
            {
                Add(text, separator);
            }

            AddItem(text, items[i]);
        }
    }

    // What other statements have put into a list comes from there.
    private void AddItem(FoldedText text, ExpressionSyntax item)
    {
        bool isPut = item.Parent is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax }
            or ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } } };
        if (isPut)
        {
            text.Append(FoldWhole(item), item, TextReach.Local);
        }
        else
        {
            Add(text, item);
        }
    }

    // "string.Join("", "a-b".Split('-'))" takes characters out.
    private void AddJoined(FoldedText text, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        bool isSplit = arguments[1].Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Split" } };
        if (isSplit
            && arguments[1].Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } receiver }, ArgumentList.Arguments: [{ Expression: { } old }, ..] }
            && KnownText(old) is { Length: > 0 } separator)
        {
            FoldedText whole = FoldWhole(receiver);
            whole.Replace(separator, FoldWhole(arguments[0].Expression));
            text.Append(whole);
        }
        else
        {
            AddAll(text, Items(arguments, 1), arguments[0].Expression);
        }
    }

    // The items of the call: its arguments, or the elements of the one array that stands for them.
    private List<ExpressionSyntax> Items(SeparatedSyntaxList<ArgumentSyntax> arguments, int first)
    {
        var items = new List<ExpressionSyntax>();
        for (int i = first; i < arguments.Count; i++)
        {
            items.AddRange(ItemsOf(arguments[i].Expression) ?? [arguments[i].Expression]);
        }

        return items;
    }

    // A culture may stand before the format.
    private void AddFormat(FoldedText text, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        int at = arguments.Count > 2 && arguments[0].Expression.ToString() is { } first && (first == "null" || first.IndexOf("Culture", StringComparison.Ordinal) >= 0) ? 1 : 0;
        AddFormat(text, FoldWhole(arguments[at].Expression), arguments[at].Expression, Items(arguments, at + 1));
    }

    private void AddFormat(FoldedText text, FoldedText format, ExpressionSyntax node, List<ExpressionSyntax> items)
    {
        string characters = format.ToString();
        for (int i = 0; i < characters.Length; i++)
        {
            char c = characters[i];
            int close = c == '{' ? characters.IndexOf('}', i) : -1;
            if (close < 0)
            {
                text.Append(c.ToString(), format[i]);
            }
            else
            {
                bool isKnown = int.TryParse(characters.Substring(i + 1, close - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count;
                if (isKnown)
                {
                    Add(text, items[index]);
                }
                else
                {
                    text.AppendUnknown(node);
                }

                i = close;
            }
        }
    }

    private void AddMethod(FoldedText text, InvocationExpressionSyntax call, MemberAccessExpressionSyntax member, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (IsBuilder(call))
        {
            AddBuilder(text, call);
            return;
        }

        switch (member.Name.Identifier.ValueText)
        {
            case "Aggregate" when ItemsOf(member.Expression) is { } items && Concatenates(arguments):
                AddAll(text, [.. arguments.Take(arguments.Count - 1).Select(static seed => seed.Expression), .. items], separator: null);
                break;
            // The same characters in another dress.
            case "ToString" or "ToCharArray" or "ToArray" or "AsSpan" or "AsMemory" or "Normalize" when arguments.Count == 0:
                Add(text, member.Expression);
                break;
            case "Replace" or "Substring" or "Remove" or "Insert" or "Trim" or "TrimStart" or "TrimEnd" or "AsSpan" or "Concat":
                AddChanged(text, call, member, arguments);
                break;
            default:
                if (arguments.Count == 0)
                {
                    AddReference(text, member);
                }
                else
                {
                    text.AppendUnknown(call);
                }

                break;
        }
    }

    // "(all, next) => all + next", "(all, next) => $"{all}{next}"", with or without what it begins with.
    private static bool Concatenates(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (arguments.Count is not (1 or 2)
            || arguments[arguments.Count - 1].Expression is not ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ } all, { } next], ExpressionBody: { } body })
        {
            return false;
        }

        (ExpressionSyntax? left, ExpressionSyntax? right) = body switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => (sum.Left, sum.Right),
            InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax first, InterpolationSyntax second] } => (first.Expression, second.Expression),
            _ => (null, null),
        };
        return left is IdentifierNameSyntax one && one.Identifier.ValueText == all.Identifier.ValueText && right is IdentifierNameSyntax other && other.Identifier.ValueText == next.Identifier.ValueText;
    }

    private void AddChanged(FoldedText text, InvocationExpressionSyntax call, MemberAccessExpressionSyntax member, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        FoldedText whole = FoldWhole(member.Expression);
        int? number = arguments.Count > 0 ? NumberOf(arguments[0].Expression) : null;
        switch (member.Name.Identifier.ValueText)
        {
            case "Substring" or "AsSpan":
                AddPart(text, call, whole, number, arguments.Count > 1 ? NumberOf(arguments[1].Expression) : whole.Length - number);
                break;
            case "Trim" or "TrimStart" or "TrimEnd":
                AddTrimmed(text, call, member.Name.Identifier.ValueText, whole, arguments);
                break;
            default:
                if (Change(whole, member.Name.Identifier.ValueText, arguments))
                {
                    text.Append(whole);
                }
                else
                {
                    text.AppendUnknown(call);
                }

                break;
        }
    }

    private void AddTrimmed(FoldedText text, InvocationExpressionSyntax call, string name, FoldedText whole, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        string? trimmed = string.Concat(arguments.Select(argument => KnownText(argument.Expression) ?? "\0"));
        if (trimmed.IndexOf('\0') >= 0)
        {
            text.AppendUnknown(call);
            return;
        }

        whole.Trim(name != "TrimEnd", name != "TrimStart", c => trimmed.Length == 0 ? char.IsWhiteSpace(c) : trimmed.IndexOf(c) >= 0);
        text.Append(whole);
    }

    // What string and StringBuilder have in common; false when the outcome is not known.
    private bool Change(FoldedText text, string name, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        int? number = arguments.Count > 0 ? NumberOf(arguments[0].Expression) : null;
        switch (name)
        {
            case "Replace" when arguments.Count > 1 && KnownText(arguments[0].Expression) is { Length: > 0 } old:
                FoldedText with = FoldWhole(arguments[1].Expression);
                text.Replace(old, with);
                return with.IsKnown();
            case "Insert" when arguments.Count == 2 && number >= 0 && number <= text.Length:
                text.Insert(number.Value, FoldWhole(arguments[1].Expression));
                return true;
            case "Remove" when number >= 0 && number <= text.Length:
                int? count = arguments.Count > 1 ? NumberOf(arguments[1].Expression) : text.Length - number;
                if (count < 0 || number + count > text.Length || count is null)
                {
                    return false;
                }

                text.Remove(number.Value, count.Value);
                return true;
            default:
                return false;
        }
    }

    // "new string(characters)", "new StringBuilder(…)"
    private void AddCreation(FoldedText text, BaseObjectCreationExpressionSyntax creation)
    {
        if (IsBuilder(creation))
        {
            AddBuilder(text, creation);
        }
        else if (creation is ObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } characters }] } named && TextHosts.IsStringType(named.Type))
        {
            AddAll(text, ItemsOf(characters) ?? [characters], separator: null);
        }
        else
        {
            text.AppendUnknown(creation);
        }
    }

    private string? KnownText(ExpressionSyntax expression)
    {
        FoldedText text = FoldWhole(expression);
        return text.IsKnown() ? text.ToString() : null;
    }
}
