using GeminiGen.Analyzers.Answers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Requests;

/// <summary>Finds text of unknown content that is pasted between the quotes of JSON.</summary>
internal sealed class PastedTexts(SemanticModel model, CancellationToken cancellationToken)
{
    private const int DeepestLookup = 5;

    // Words of methods and variables whose text is fit for JSON, or of a narrow alphabet.
    private static readonly string[] SafeWords = ["encode", "escape", "serializ", "json", "quote", "base64", "sanitiz", "safe", "literal"];

    // The members of a request that hold text for the model.
    private static readonly HashSet<string> TextFields = new(StringComparer.Ordinal) { "text", "content" };

    private readonly SourceValues _values = new(model, cancellationToken);

    // Variables being looked at: "text = text + more" says nothing new of the text.
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>What is pasted into texts for the model.</summary>
    public IEnumerable<ExpressionSyntax> Find(BodyValue value)
    {
        foreach (BodyValue item in value.Items ?? [])
        {
            foreach (ExpressionSyntax hole in Find(item))
            {
                yield return hole;
            }
        }

        foreach (BodyMember member in value.Members ?? [])
        {
            IEnumerable<ExpressionSyntax> holes = TextFields.Contains(member.Name) ? member.Value.Holes.Where(hole => IsUnsafe(hole, DeepestLookup)) : [];
            foreach (ExpressionSyntax hole in holes.Concat(Find(member.Value)))
            {
                yield return hole;
            }
        }
    }

    private bool IsUnsafe(ExpressionSyntax hole, int depth)
    {
        ExpressionSyntax expression = AnswerStep.Unwrap(hole);
        if (depth == 0
            || model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType != SpecialType.System_String
            || model.GetConstantValue(expression, cancellationToken).HasValue)
        {
            return false;
        }

        return expression switch
        {
            InvocationExpressionSyntax call => IsUnsafeCall(call, depth),
            InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.OfType<InterpolationSyntax>().Any(part => IsUnsafe(part.Expression, depth - 1)),
            BinaryExpressionSyntax binary => IsUnsafe(binary.Left, depth - 1) || IsUnsafe(binary.Right, depth - 1),
            ConditionalExpressionSyntax conditional => IsUnsafe(conditional.WhenTrue, depth - 1) || IsUnsafe(conditional.WhenFalse, depth - 1),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => IsUnsafeName(expression, depth),
            ElementAccessExpressionSyntax => true,
            _ => false,
        };
    }

    // Trimming and cutting leave quotes where they are; other methods may do anything.
    private bool IsUnsafeCall(InvocationExpressionSyntax call, int depth)
    {
        string name = (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? call.Expression.ToString();
        return (call.Expression as MemberAccessExpressionSyntax)?.Expression is { } receiver && name is "Trim" or "TrimEnd" or "TrimStart" or "ToLower" or "ToUpper" or "Substring" or "ToLowerInvariant" or "ToString"
            ? IsUnsafe(((MemberAccessExpressionSyntax)call.Expression).Expression, depth - 1)
            : name is "ReadLine" or "ReadAllText" or "ReadAllTextAsync" or "ReadToEnd" or "ReadToEndAsync";
    }

    private bool IsUnsafeName(ExpressionSyntax name, int depth)
    {
        ISymbol? symbol = model.GetSymbolInfo(name, cancellationToken).Symbol;
        if (symbol is null || SafeWords.Any(word => symbol.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return false;
        }

        if (!_open.Add(symbol))
        {
            return true;
        }

        bool isUnsafe = IsUnsafeSymbol(symbol, depth);
        _open.Remove(symbol);
        return isUnsafe;
    }

    private bool IsUnsafeSymbol(ISymbol symbol, int depth)
    {
        switch (symbol)
        {
            case ILocalSymbol local:
                return AssignedTo(local) is { Count: > 0 } given ? given.All(value => IsUnsafe(value, depth - 1)) : IsLoopVariable(local);
            case IParameterSymbol parameter when _values.Declaration(parameter) is ParameterSyntax declared:
                List<ExpressionSyntax> arguments = _values.ArgumentsFor(declared, parameter).ToList();
                return arguments.Count == 0 || arguments.Exists(argument => IsUnsafe(argument, depth - 1));
            case IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false, IsReadOnly: false }:
                return true;
            default:
                return false;
        }
    }

    private bool IsLoopVariable(ILocalSymbol local) => _values.Declaration(local) is ForEachStatementSyntax or SingleVariableDesignationSyntax;

    // Everything a variable is ever given. "text = text.Replace(…)" makes it fit, whatever came before.
    private List<ExpressionSyntax> AssignedTo(ILocalSymbol local)
    {
        var given = new List<ExpressionSyntax>();
        if (_values.Declaration(local) is VariableDeclaratorSyntax variable)
        {
            if (variable.Initializer is { } initializer)
            {
                given.Add(initializer.Value);
            }

            IEnumerable<AssignmentExpressionSyntax> assignments = AnswerChecks.MemberOf(variable)?.DescendantNodes().OfType<AssignmentExpressionSyntax>() ?? [];
            given.AddRange(assignments.Where(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                .Select(static assignment => assignment.Right));
        }

        return given;
    }
}
