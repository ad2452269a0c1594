using GeminiGen.Shared.Json;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Examples.</content>
internal sealed partial class PromptInterfaceParser
{
    /// <summary>Reads the examples of a method; those that say nothing are left out and reported.</summary>
    private EquatableArray<ExampleModel> ParseExamples(IMethodSymbol method, List<AttributeData>? attributes, bool isTyped)
    {
        if (attributes is null)
        {
            return default;
        }

        List<ExampleModel> examples = new(attributes.Count);
        foreach (AttributeData attribute in attributes)
        {
            string user = GetText(attribute, WellKnownNames.User);
            string answer = GetText(attribute, WellKnownNames.Model);
            if (FindExampleFault(user, answer, isTyped) is { } fault)
            {
                WarnOfAttribute(method, attribute, fault);
            }
            else
            {
                examples.Add(new ExampleModel(user, answer));
            }
        }

        return examples.ToEquatableArray();
    }

    private static string? FindExampleFault(string user, string answer, bool isTyped)
        => string.IsNullOrWhiteSpace(user) ? "it has no User text; an example is what a user says and what the model answers"
            : string.IsNullOrWhiteSpace(answer) ? "it has no Model text; an example is what a user says and what the model answers"
            : isTyped && !IsJson(answer) ? "its Model text is no JSON, and the method's answer is; write the JSON of such an answer"
            : null;

    private static bool IsJson(string text)
    {
        try
        {
            JsonTextReader.Parse(text);
            return true;
        }
        catch (JsonSyntaxException)
        {
            return false;
        }
    }

    /// <summary>As in templates, the line ends of a checkout are not sent.</summary>
    private static string GetText(AttributeData attribute, string name)
        => (attribute.GetNamedArgument(name).Value as string ?? string.Empty).Replace("\r\n", "\n");
}
