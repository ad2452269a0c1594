using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3002: more output tokens asked for than the API accepts for the model, which for some depends on whether the answer is streamed.</summary>
internal static class OutputTokensAboveLimitRule
{
    /// <summary>Checks one setting of a contract or a method.</summary>
    public static void Check(Setting setting, ISymbol symbol, GeminiSymbols symbols, Action<Diagnostic> report)
    {
        if (setting is not { Name: WellKnownNames.MaxOutputTokens, Integer: { } tokens, Model: { } model })
        {
            return;
        }

        if (tokens > (model.LongDecodeTokenLimit ?? model.OutputTokenLimit))
        {
            report(Diagnostic.Create(Descriptors.OutputTokensAboveLimit, setting.Location, tokens, model.Id, model.LongDecodeTokenLimit ?? model.OutputTokenLimit));
        }
        else if (tokens > model.OutputTokenLimitWithoutStream && IsForAWholeAnswer(symbol, symbols))
        {
            report(Diagnostic.Create(Descriptors.OutputTokensAboveLimitWithoutStream, setting.Location, tokens, model.Id, model.OutputTokenLimitWithoutStream));
        }
    }

    // A setting of the contract is for every method that has none of its own, inherited ones included.
    private static bool IsForAWholeAnswer(ISymbol symbol, GeminiSymbols symbols) => symbol switch
    {
        IMethodSymbol method => AnswersInOnePiece(method),
        INamedTypeSymbol contract => contract.AllInterfaces.Insert(0, contract).SelectMany(static type => type.GetMembers()).Any(member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: true } method
            && AnswersInOnePiece(method)
            && method.FindAttribute(symbols.Generation)?.NamedArguments.Any(static argument => argument.Key == WellKnownNames.MaxOutputTokens) != true),
        _ => false,
    };

    private static bool AnswersInOnePiece(IMethodSymbol method)
        => method.ReturnType is { Name: "Task" or "ValueTask", ContainingNamespace: { } space } && space.ToDisplayString() == "System.Threading.Tasks";
}
