using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Builders: what calls on a <c>StringBuilder</c> add up to.</summary>
internal sealed partial class TextFolder
{
    /// <summary>The text of a builder after a chain of calls.</summary>
    /// <param name="chain">The last call of the chain, or the creation.</param>
    /// <param name="before">What the variable at the root of the chain holds; null to find it out.</param>
    public FoldedText FoldBuilder(ExpressionSyntax chain, FoldedText? before = null)
    {
        var calls = new Stack<InvocationExpressionSyntax>();
        ExpressionSyntax root = chain;
        while (root is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call)
        {
            calls.Push(call);
            root = member.Expression;
        }

        FoldedText text = before ?? RootText(root);
        while (calls.Count > 0)
        {
            text = Apply(calls.Pop(), text);
        }

        return text;
    }

    private FoldedText RootText(ExpressionSyntax root)
    {
        var text = new FoldedText();
        switch (root)
        {
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } first }, ..] } when NumberOf(first) is null:
                Add(text, first);
                break;
            case BaseObjectCreationExpressionSyntax:
                break;
            case IdentifierNameSyntax name when FoldVariable(name.Identifier.ValueText, LocalTexts.MemberOf(name), name.SpanStart) is { } value:
                return value;
            default:
                text.AppendUnknown(root);
                break;
        }

        return text;
    }

    private FoldedText Apply(InvocationExpressionSyntax call, FoldedText text)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        string name = ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;
        switch (name)
        {
            case "Append" when arguments.Count == 2 && NumberOf(arguments[1].Expression) is >= 0 and < 100 and { } count && KnownText(arguments[0].Expression) is { Length: 1 } character:
                text.Append(new string(character[0], count), TextPart.Of(arguments[0].Expression));
                return text;
            case "Append" or "AppendLine" or "Write" or "WriteLine" when arguments.Count == 1:
                AddAll(text, ItemsOf(arguments[0].Expression) ?? [arguments[0].Expression], separator: null);
                return text;
            case "Write" or "WriteLine" when arguments.Count > 1:
            case "AppendFormat" when arguments.Count > 1:
                AddFormat(text, arguments);
                return text;
            case "AppendJoin" when arguments.Count > 1:
                AddAll(text, Items(arguments, 1), arguments[0].Expression);
                return text;
            case "Clear":
                return new FoldedText();
            case "ToString" when arguments.Count == 0:
            case "Replace" or "Insert" or "Remove" when Change(text, name, arguments):
                return text;
            default:
                var unknown = new FoldedText();
                unknown.AppendUnknown(call);
                return unknown;
        }
    }

    private void AddBuilder(FoldedText text, ExpressionSyntax chain) => text.Append(FoldBuilder(chain), chain, TextReach.Local);

    // By the type that is created at the root, or by calls on the variable there.
    private bool IsBuilder(ExpressionSyntax chain) => LocalTexts.RootOf(chain) switch
    {
        BaseObjectCreationExpressionSyntax creation => LocalTexts.IsBuilderCreation(creation),
        IdentifierNameSyntax name => LocalsOf(LocalTexts.MemberOf(name)).IsBuilder(name.Identifier.ValueText),
        _ => false,
    };
}
