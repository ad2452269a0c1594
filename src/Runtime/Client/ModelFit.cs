using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Refuses what a model is known not to take, before anything is sent: the model may be another one than the contract was compiled for.</summary>
internal static class ModelFit
{
    private const string NotSent = "; choose another model, or correct gemini-models.json where it is behind. No request was sent.";

    /// <summary>Checks that a model gives what a method needs, and that the method's answer and tools go with it.</summary>
    /// <exception cref="GeminiConfigurationException">They do not.</exception>
    internal static void Check(PromptMethod method, PromptToolSet? functions, string model, ModelFacts facts)
    {
        string wanted = method.ApiMethod is null ? "text" : "embedding";
        if (facts.GivesInsteadOf(wanted) is { } given)
        {
            throw new GeminiConfigurationException($"{method} needs {wanted}, and {model} gives {given}{NotSent}");
        }

        if (method.Schema is { } schema && !facts.Takes(schema))
        {
            throw new GeminiConfigurationException($"The answer of {method} contains itself, which takes JSON Schema to say, and {model} does not take that{NotSent}");
        }

        bool hasFunctions = functions is { Tools.Count: > 0 };
        foreach (PromptTool tool in functions?.Tools ?? [])
        {
            if (tool.Parameters is { } parameters && !facts.Takes(parameters))
            {
                throw new GeminiConfigurationException(
                    $"An argument of the function {tool.Name}, which {method} offers, contains itself, which takes JSON Schema to say, and {model} does not take that{NotSent}");
            }
        }

        if (!facts.CombinesTools && method.Schema is not null && (hasFunctions || method.BuiltInTools != 0))
        {
            throw new GeminiConfigurationException($"{method} has a typed answer and offers tools, and {model} takes one of the two{NotSent}");
        }

        if (!facts.CombinesTools && hasFunctions && method.BuiltInTools != 0)
        {
            throw new GeminiConfigurationException($"{method} offers functions and tools of the API, and {model} takes one of the two{NotSent}");
        }
    }
}
