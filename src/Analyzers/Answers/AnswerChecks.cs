using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Answers;

/// <summary>What counts as a look at an answer before it is read: at the number of candidates, at whether there are any, at why there are none.</summary>
internal sealed class AnswerChecks(SemanticModel model, CancellationToken cancellationToken)
{
    // What a missing or an empty list throws, in the ways there are to read one.
    private static readonly HashSet<string> Expected = new(StringComparer.Ordinal)
    {
        "KeyNotFoundException", "IndexOutOfRangeException", "ArgumentOutOfRangeException", "NullReferenceException", "InvalidOperationException", "RuntimeBinderException",
    };

    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "Count", "Length", "Any", "GetArrayLength", "HasValues", "ValueKind", "Type", "IsEmpty", "LongCount", "IsNullOrEmpty", "IsDefaultOrEmpty",
    };

    /// <summary>True when the code that reads, a method it calls, or one that calls it, looks at the candidates first; or when it expects to fail.</summary>
    public bool AreMade(AnswerRead read)
        => IsHarmless(read)
            || IsFailureExpected(read.Parts.Node)
            || IsFailureExpected(read.Candidates.Node)
            || read.Members.Any(Asks)
            || read.Members.Any(member => Neighbours(member).Any(Asks));

    /// <summary>True when the code that reads, a method it calls, or one that calls it, makes a call.</summary>
    public bool IsOf(AnswerRead read, SyntaxNode call)
        => MemberOf(call) is { } caller && (read.Members.Contains(caller) || read.Members.Any(member => Neighbours(member).Contains(caller)));

    /// <summary>The member a node stands in, or the file of top-level statements.</summary>
    public static SyntaxNode? MemberOf(SyntaxNode node)
    {
        for (SyntaxNode? ancestor = node; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor is LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or FieldDeclarationSyntax or CompilationUnitSyntax)
            {
                return ancestor;
            }
        }

        return null;
    }

    /// <summary>The calls of a member in a file, by its name.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsOf(ISymbol member, SyntaxNode root)
        => root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => NameOf(call.Expression) == member.Name);

    // "candidates?[0]" gives nothing where there is nothing; so does FirstOrDefault, unless its result is used at once.
    private static bool IsHarmless(AnswerRead read)
        => read.Taken is not { } taken || taken.IsConditional || (GivesDefault(taken.Node) && !IsUsedAtOnce(taken.Node));

    private static bool GivesDefault(ExpressionSyntax node)
        => node is InvocationExpressionSyntax call && NameOf(call.Expression)?.EndsWith("OrDefault", StringComparison.Ordinal) == true;

    private static bool IsUsedAtOnce(ExpressionSyntax node) => node.Parent switch
    {
        PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax => IsUsedAtOnce((ExpressionSyntax)node.Parent),
        MemberAccessExpressionSyntax member => member.Expression == node,
        ElementAccessExpressionSyntax element => element.Expression == node,
        _ => false,
    };

    private static bool IsFailureExpected(SyntaxNode node)
        => node.Ancestors().OfType<TryStatementSyntax>().Any(handler => handler.Block.Span.Contains(node.Span) && handler.Catches.Any(clause => Expects(clause, handler.Block)));

    // A handler of everything expects an answer that cannot be read where nothing but reading is tried; around the call it expects whatever may come.
    private static bool Expects(CatchClauseSyntax clause, BlockSyntax tried)
        => clause.Declaration?.Type.ToString().Split('.').Last() is { } type && type != "Exception"
            ? Expected.Contains(type)
            : !tried.DescendantNodes().Any(static node => node is AwaitExpressionSyntax or ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 });

    // Methods called from the member, in whatever file, and members of this file that call it.
    private IEnumerable<SyntaxNode> Neighbours(SyntaxNode member)
    {
        foreach (InvocationExpressionSyntax call in member.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            foreach (SyntaxReference reference in model.GetSymbolInfo(call, cancellationToken).Symbol?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
            {
                yield return reference.GetSyntax(cancellationToken);
            }
        }

        if (member is not CompilationUnitSyntax && model.GetDeclaredSymbol(member, cancellationToken) is { } symbol)
        {
            foreach (InvocationExpressionSyntax call in CallsOf(symbol, model.SyntaxTree.GetRoot(cancellationToken)))
            {
                if (MemberOf(call) is { } caller)
                {
                    yield return caller;
                }
            }
        }
    }

    private static bool Asks(SyntaxNode member)
    {
        bool isFile = member is CompilationUnitSyntax;
        return member.DescendantNodes(node => !isFile || node is not BaseTypeDeclarationSyntax).Any(Asks);

        static bool Asks(SyntaxNode node) => node switch
        {
            IdentifierNameSyntax name => SpeaksOfBlocks(name.Identifier.ValueText),
            LiteralExpressionSyntax { Token.Value: string text } => SpeaksOfBlocks(text),
            InvocationExpressionSyntax call when NameOf(call.Expression) is "TryGetProperty" or "TryGetValue" or "ContainsKey" or "TryGetPropertyValue" => HasCandidatesArgument(call),
            MemberAccessExpressionSyntax member => Questions.Contains(member.Name.Identifier.ValueText) && IsCandidates(member.Expression),
            ConditionalAccessExpressionSyntax conditional => IsCandidates(conditional.Expression),
            SubpatternSyntax { ExpressionColon: { } colon } => colon.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static name => AnswerReader.IsList(name.Identifier.ValueText)),
            IsPatternExpressionSyntax match => IsCandidates(match.Expression),
            SwitchExpressionSyntax choice => IsCandidates(choice.GoverningExpression),
            BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.CoalesceExpression
                && (IsCandidates(binary.Left) || IsCandidates(binary.Right)),
            ArgumentSyntax argument => argument.Parent?.Parent is InvocationExpressionSyntax call && NameOf(call.Expression) is { } method && Questions.Contains(method) && IsCandidates(argument.Expression),
            _ => false,
        };
    }

    private static bool SpeaksOfBlocks(string text) => WireName.IsIn(text, "promptFeedback") || WireName.IsIn(text, "blockReason");

    private static bool HasCandidatesArgument(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string name } && AnswerReader.IsList(name);

    // The candidates themselves, or a variable that holds them; or the first of them, where taking it does not fail.
    private static bool IsCandidates(ExpressionSyntax expression)
    {
        ExpressionSyntax at = AnswerStep.Unwrap(expression);
        for (int i = 0; i < 5; i++)
        {
            if (AnswerStep.Read(at) is { } step)
            {
                if (step.Name is { } name)
                {
                    return AnswerReader.IsList(name);
                }

                if (!step.IsPlain && !step.IsConditional && !GivesDefault(step.Node))
                {
                    return false;
                }

                at = AnswerStep.Unwrap(step.Receiver);
            }
            else if (at is IdentifierNameSyntax variable && LocalValue(variable) is { } value)
            {
                at = AnswerStep.Unwrap(value);
            }
            else
            {
                return at is IdentifierNameSyntax parameter && AnswerReader.IsList(parameter.Identifier.ValueText);
            }
        }

        return false;
    }

    private static ExpressionSyntax? LocalValue(IdentifierNameSyntax name)
        => MemberOf(name)?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => variable.Identifier.ValueText == name.Identifier.ValueText)?.Initializer?.Value;

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
