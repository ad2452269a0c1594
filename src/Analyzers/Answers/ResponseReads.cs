using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Answers;

/// <summary>
/// Follows a response from the call that gives it to where its content is read, through variables and methods of the file, and sees whether its status is looked at on the way.
/// </summary>
internal sealed class ResponseReads(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MostMethods = 4;

    private static readonly HashSet<string> Looks = new(StringComparer.Ordinal) { "EnsureSuccessStatusCode", "IsSuccessStatusCode", "StatusCode", "ReasonPhrase" };

    private static readonly HashSet<string> Parsers = new(StringComparer.Ordinal)
    {
        "Parse", "ParseAsync", "Deserialize", "DeserializeAsync", "DeserializeObject", "DeserializeAsyncEnumerable", "ReadFromJsonAsync", "ReadFromJson", "FromJson", "PopulateObject", "ReadAsAsync", "Load", "LoadAsync",
    };

    // The content read where nobody looks at the status; or that somebody does, or may.
    private readonly List<MemberAccessExpressionSyntax> _reads = [];
    private readonly HashSet<SyntaxNode> _followed = [];
    private bool _isKnown = true;

    /// <summary>Where the content of a call's response is read and parsed without a look at its status; null where there is a look, or may be one.</summary>
    public static MemberAccessExpressionSyntax? FindUnchecked(ModelCall call, CancellationToken cancellationToken)
    {
        if (!IsResponse(call.Operation.Type))
        {
            return null;
        }

        var reads = new ResponseReads(call.Model, cancellationToken);
        reads.Follow(call.Syntax, MostMethods);
        return reads._isKnown && reads._reads.Find(reads.IsParsed) is { } read && !SpeaksOfErrors(read.SyntaxTree.GetRoot(cancellationToken)) ? read : null;
    }

    /// <summary>True for a call that reads JSON.</summary>
    public static bool IsParse(SyntaxNode node)
        => node is InvocationExpressionSyntax call && RetryShapes.NameOf(call) is { } name && Parsers.Contains(name) && call.ArgumentList.Arguments.Count > 0;

    /// <summary>True when code looks for an error in an answer: "error" as a name in JSON, or a member of a class that mirrors the answer.</summary>
    public static bool SpeaksOfErrors(SyntaxNode root) => root.DescendantNodes().Any(static node => node switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text == "error" || text.StartsWith("error.", StringComparison.Ordinal) || text.IndexOf("\"error\"", StringComparison.Ordinal) >= 0,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Error" or "error" } member => member.Parent is not InvocationExpressionSyntax && member.Expression is not IdentifierNameSyntax { Identifier.ValueText: "Console" or "LogLevel" },
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Error" or "error" } => true,
        SubpatternSyntax { NameColon.Name.Identifier.ValueText: "Error" or "error" } => true,
        _ => false,
    });

    private static bool IsResponse(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "HttpResponseMessage" } or INamedTypeSymbol { Name: "Task", TypeArguments: [{ Name: "HttpResponseMessage" }] };

    private void Follow(ExpressionSyntax given, int methods)
    {
        ExpressionSyntax response = Outermost(given);
        if (!_followed.Add(response))
        {
            return;
        }

        switch (response.Parent)
        {
            case MemberAccessExpressionSyntax member:
                Use(member);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                FollowName(variable.Identifier.ValueText, variable, methods);
                break;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment when assignment.Right == response:
                FollowName(name.Identifier.ValueText, assignment, methods);
                break;
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                FollowCallers(response, methods);
                break;
            default:
                _isKnown = false;
                break;
        }
    }

    // The value with what waits for it around it.
    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        ExpressionSyntax outermost = expression;
        while (true)
        {
            switch (outermost.Parent)
            {
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax:
                    outermost = (ExpressionSyntax)outermost.Parent;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result:
                    outermost = result;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync", Parent: InvocationExpressionSyntax waited }:
                    outermost = waited;
                    break;
                default:
                    return outermost;
            }
        }
    }

    private void Use(MemberAccessExpressionSyntax member)
    {
        string name = member.Name.Identifier.ValueText;
        if (name == "Content")
        {
            _reads.Add(member);
        }
        else if (Looks.Contains(name))
        {
            _isKnown = false;
        }
    }

    private void FollowName(string name, SyntaxNode declaration, int methods)
    {
        SyntaxNode? scope = AnswerChecks.MemberOf(declaration);
        foreach (SyntaxNode node in scope?.DescendantNodes() ?? [])
        {
            if (node is not IdentifierNameSyntax use || use.Identifier.ValueText != name || (use.Parent is MemberAccessExpressionSyntax owner && owner.Name == use))
            {
                continue;
            }

            switch (use.Parent)
            {
                case MemberAccessExpressionSyntax member:
                    Use(member);
                    break;
                case AssignmentExpressionSyntax assignment when assignment.Left == use:
                    break;
                case AwaitExpressionSyntax:
                    Follow(use, methods);
                    break;
                case ArgumentSyntax argument:
                    FollowArgument(argument, methods);
                    break;
                case ReturnStatementSyntax:
                    FollowCallers(use, methods);
                    break;
                default:
                    _isKnown = false;
                    break;
            }
        }
    }

    // A method of this file that is handed the response.
    private void FollowArgument(ArgumentSyntax argument, int methods)
    {
        if (methods > 0
            && argument is { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list }
            && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReducedFrom: null } method
            && method.DeclaringSyntaxReferences is [{ } reference]
            && reference.SyntaxTree == model.SyntaxTree
            && list.Arguments.IndexOf(argument) is var index && index < method.Parameters.Length)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellationToken);
            SyntaxNode? body = declaration is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax ? declaration.DescendantNodes().FirstOrDefault(static node => node is BlockSyntax or ArrowExpressionClauseSyntax) : null;
            if (body is not null)
            {
                FollowName(method.Parameters[index].Name, body, methods - 1);
                return;
            }
        }

        _isKnown = false;
    }

    // Everyone who is given the response by the method it is returned from must be of this file.
    private void FollowCallers(SyntaxNode returned, int methods)
    {
        SyntaxNode? member = RetryShapes.EnclosingMember(returned);
        ISymbol? symbol = member is null ? null : model.GetDeclaredSymbol(member, cancellationToken);
        if (methods == 0
            || returned.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null
            || symbol is not IMethodSymbol { DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable })
        {
            _isKnown = false;
            return;
        }

        foreach (InvocationExpressionSyntax call in AnswerChecks.CallsOf(symbol, model.SyntaxTree.GetRoot(cancellationToken)).ToList())
        {
            Follow(call, methods - 1);
        }
    }

    // The content becomes JSON where it is read, or in the file where it is handed on.
    private bool IsParsed(MemberAccessExpressionSyntax content)
    {
        if (content.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } method } && Parsers.Contains(method))
        {
            return true;
        }

        SyntaxNode? member = AnswerChecks.MemberOf(content);
        bool isReturned = content.Ancestors().TakeWhile(ancestor => ancestor != member).Any(static ancestor => ancestor is ReturnStatementSyntax or ArrowExpressionClauseSyntax);
        SyntaxNode scope = isReturned ? content.SyntaxTree.GetRoot(cancellationToken) : member!;
        return scope.DescendantNodes().Any(IsParse)
            || (!isReturned && HandsOn(member!));
    }

    // The text goes to a method of the file that parses.
    private bool HandsOn(SyntaxNode member)
    {
        foreach (InvocationExpressionSyntax call in member.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.ArgumentList.Arguments.Count > 0
                && model.GetSymbolInfo(call, cancellationToken).Symbol?.DeclaringSyntaxReferences is [{ } reference]
                && reference.SyntaxTree == model.SyntaxTree
                && reference.GetSyntax(cancellationToken).DescendantNodes().Any(IsParse))
            {
                return true;
            }
        }

        return false;
    }
}
