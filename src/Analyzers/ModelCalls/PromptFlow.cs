using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>The variables whose text a model call sends as its prompt.</summary>
internal static class PromptFlow
{
    /// <summary>Finds them.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request, where it is sent by hand.</param>
    public static HashSet<ISymbol> VariablesOf(ModelCall call, ModelRequest? request)
    {
        HashSet<ISymbol> variables = new(SymbolEqualityComparer.Default);
        if (request?.Body is { } body)
        {
            foreach ((string? name, RequestValue value) in body.Descend())
            {
                // Gemini has "text", others have "content".
                if ((WireName.Is(name, "text") || (!call.IsGemini && WireName.Is(name, "content"))) && value.Operation is { } text)
                {
                    Add(text, variables);
                }
            }
        }
        else if (request is null)
        {
            foreach (IArgumentOperation argument in call.Operation.Arguments)
            {
                if (argument.Parameter is { Type.SpecialType: SpecialType.System_String, Name: { } parameter } && !PromptWords.IsFact(parameter))
                {
                    Add(argument.Value, variables);
                }
            }
        }

        return variables;
    }

    // A text that is the prompt is one whatever its name; of those put into one, the names tell.
    private static void Add(IOperation text, HashSet<ISymbol> variables)
    {
        IOperation value = ValueFlow.Unwrap(text);
        if (SymbolOf(value) is { } whole && !PromptWords.IsFact(whole.Name))
        {
            variables.Add(whole);
        }

        foreach (IOperation part in value.Descendants())
        {
            if (part.Parent is IInterpolationOperation or IBinaryOperation && SymbolOf(part) is { } inner && PromptWords.IsText(inner.Name))
            {
                variables.Add(inner);
            }
        }
    }

    private static ISymbol? SymbolOf(IOperation value) => value switch
    {
        ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String } local => local.Local,
        IParameterReferenceOperation { Type.SpecialType: SpecialType.System_String } parameter => parameter.Parameter,
        _ => null,
    };
}
