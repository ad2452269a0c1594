using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Examples.</content>
internal sealed partial class PromptInterfaceParser
{
    /// <summary>Reads the examples of a method; those that say nothing are left out and reported.</summary>
    private EquatableArray<ExampleModel> ParseExamples(IMethodSymbol method, List<AttributeData>? attributes, AnswerShape answer)
    {
        if (attributes is null)
        {
            return default;
        }

        List<ExampleModel> examples = new(attributes.Count);
        foreach (AttributeData attribute in attributes)
        {
            string user = GetText(attribute, WellKnownNames.User);
            string example = GetText(attribute, WellKnownNames.Model);
            if (FindExampleFault(user, example, answer) is { } fault)
            {
                WarnOfAttribute(method, attribute, fault);
            }
            else
            {
                examples.Add(new ExampleModel(user, example));
            }
        }

        return examples.ToEquatableArray();
    }

    private static string? FindExampleFault(string user, string example, AnswerShape answer)
        => string.IsNullOrWhiteSpace(user) ? "it has no User text; an example is what a user says and what the model answers"
            : string.IsNullOrWhiteSpace(example) ? "it has no Model text; an example is what a user says and what the model answers"
            : ExampleCheck.FindFault(example, answer) is { } fault ? "its Model text " + fault + "; write the JSON of such an answer"
            : null;

    /// <summary>As in templates, the line ends of a checkout are not sent.</summary>
    private static string GetText(AttributeData attribute, string name)
        => (attribute.GetNamedArgument(name).Value as string ?? string.Empty).Replace("\r\n", "\n");
}
