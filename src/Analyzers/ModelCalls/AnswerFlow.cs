using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Which variables of the member around a model call hold its answer, whole or a part of it.</summary>
internal sealed class AnswerFlow
{
    // What answers carry beside what the model said.
    private static readonly HashSet<string> FactNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Length", "Count", "StatusCode", "IsSuccessStatusCode", "ReasonPhrase", "Headers", "RequestMessage", "Version", "Model", "ModelId", "ModelVersion", "ResponseId", "Id", "CreatedAt",
        "FinishReason", "Usage", "UsageMetadata", "Role", "Name", "MimeType", "BlockReason", "PromptFeedback", "SafetyRatings", "Safety", "Error", "Outcome", "Cost", "TokenCount",
        "ValueKind", "IsCompleted", "Status", "Exception", "HasValue", "AdditionalProperties", "Metadata", "ConversationId", "FinishMessage", "Attempts", "Author", "AuthorName",
    };

    private static readonly HashSet<string> ReadingNames = new(StringComparer.Ordinal)
    {
        "GetProperty", "EnumerateArray", "EnumerateObject", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "GetString", "GetValue", "ToString", "Trim",
        "TrimStart", "TrimEnd", "Replace", "ToJsonString", "GetRawText", "ReadAsStringAsync", "ReadFromJsonAsync", "ReadAsStreamAsync", "GetResult", "GetAwaiter", "ConfigureAwait", "AsObject", "AsArray", "Clone",
        "ToList", "ToArray", "SelectToken", "Value", "Text", "ReadToEndAsync", "ReadToEnd", "ReadLineAsync", "ToLower", "ToUpper", "ToLowerInvariant",
    };

    private static readonly HashSet<string> SuccessNames = new(StringComparer.Ordinal) { "IsSuccessStatusCode", "StatusCode", "EnsureSuccessStatusCode", "IsSuccess", "Succeeded", "Success", "Error" };

    private readonly ModelCall _call;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);

    /// <summary>Follows the answer of a call through its member.</summary>
    public AnswerFlow(ModelCall call, CancellationToken cancellationToken)
    {
        _call = call;
        _cancellationToken = cancellationToken;
        Scope = ValueFlow.ScopeOf(call.Syntax);
        int known;
        do
        {
            known = _variables.Count;
            foreach (SyntaxNode node in Scope.DescendantNodes())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Visit(node);
            }
        }
        while (_variables.Count > known);
    }

    /// <summary>The member.</summary>
    public SyntaxNode Scope { get; }

    /// <summary>Whether a piece of code names one of the variables, or makes the call.</summary>
    public bool IsNamedIn(SyntaxNode node)
        => node.DescendantNodesAndSelf().Any(inner => inner == _call.Syntax || (inner is IdentifierNameSyntax name && IsVariable(name)));

    /// <summary>Whether a test depends on what the model said: it names the answer, or a variable set by a test of it. Whether the request succeeded is another question.</summary>
    public bool Decides(SyntaxNode test)
        => !test.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => SuccessNames.Contains(name.Identifier.ValueText))
            && (IsNamedIn(test) || test.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(IsDecision));

    /// <summary>Whether a value is the answer, or a part of it in words; facts about it are not.</summary>
    public bool IsAnswer(IOperation? value) => value is not null && ValueFlow.Unwrap(value) switch
    {
        { Syntax: { } syntax } when syntax == _call.Syntax => true,
        ILocalReferenceOperation local => _variables.Contains(local.Local),
        IPropertyReferenceOperation { Instance: { } owner } property => !FactNames.Contains(property.Property.Name) && !property.Arguments.Any(IsFact) && IsAnswer(owner),
        IFieldReferenceOperation { Instance: { } owner } field => !FactNames.Contains(field.Field.Name) && IsAnswer(owner),
        IArrayElementReferenceOperation element => IsAnswer(element.ArrayReference),
        IConditionalAccessOperation access => IsAnswer(access.Operation) && !FactNames.Contains(LastName(access.WhenNotNull)),
        ICoalesceOperation coalesce => IsAnswer(coalesce.Value),
        IInterpolatedStringOperation text => text.Parts.Any(part => part is IInterpolationOperation hole && IsAnswer(hole.Expression)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsAnswer(sum.LeftOperand) || IsAnswer(sum.RightOperand),
        IInvocationOperation call => IsAnswer(call),
        _ => false,
    };

    private bool IsAnswer(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Parse" or "ParseAsync" or "Deserialize" or "DeserializeObject" or "DeserializeAsync" or "Serialize" or "SerializeObject" or "WhenAll")
        {
            return call.Arguments.Length > 0 && IsAnswer(call.Arguments[0].Value);
        }

        IOperation? owner = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        return ReadingNames.Contains(call.TargetMethod.Name) && !call.Arguments.Any(IsFact) && IsAnswer(owner);
    }

    // GetProperty("usageMetadata").
    private static bool IsFact(IArgumentOperation argument) => argument.Value.ConstantValue is { HasValue: true, Value: string name } && FactNames.Contains(name);

    private static string LastName(IOperation operation) => operation switch
    {
        IMemberReferenceOperation member => member.Member.Name,
        IConditionalAccessOperation access => LastName(access.WhenNotNull),
        _ => "",
    };

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value } variable when IsAnswer(value):
                Add(_call.Model.GetDeclaredSymbol(variable, _cancellationToken));
                break;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when IsAnswer(assignment.Right):
                Add(_call.Model.GetSymbolInfo(target, _cancellationToken).Symbol);
                break;
            case ForEachStatementSyntax loop when IsAnswer(loop.Expression):
                Add(_call.Model.GetDeclaredSymbol(loop, _cancellationToken));
                break;
            // builder.Append(chunk)
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" or "AppendLine", Expression: IdentifierNameSyntax target }, ArgumentList.Arguments: [{ } argument, ..] }
                when IsAnswer(argument.Expression):
                Add(_call.Model.GetSymbolInfo(target, _cancellationToken).Symbol);
                break;
            // element.TryGetProperty("text", out var text)
            case ArgumentSyntax { Expression: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation }, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call }
                when IsAnswer(member.Expression) && !call.ArgumentList.Arguments.Any(argument => argument.Expression is LiteralExpressionSyntax { Token.Value: string name } && FactNames.Contains(name)):
                Add(_call.Model.GetDeclaredSymbol(designation, _cancellationToken));
                break;
        }
    }

    // "done = answer.Contains(…)" anywhere in the member.
    private bool IsDecision(IdentifierNameSyntax name)
        => _call.Model.GetSymbolInfo(name, _cancellationToken).Symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_Boolean } local
            && Scope.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax target && target.Identifier.ValueText == local.Name && assignment.Right != name
                && IsNamedIn(assignment.Right) && !assignment.Right.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static part => SuccessNames.Contains(part.Identifier.ValueText)));

    private bool IsAnswer(ExpressionSyntax expression) => IsAnswer(_call.Model.GetOperation(expression, _cancellationToken));

    private bool IsVariable(IdentifierNameSyntax name)
        => _variables.Any(variable => variable.Name == name.Identifier.ValueText) && _call.Model.GetSymbolInfo(name, _cancellationToken).Symbol is { } symbol && _variables.Contains(symbol);

    private void Add(ISymbol? symbol)
    {
        if (symbol is ILocalSymbol)
        {
            _variables.Add(symbol);
        }
    }
}
