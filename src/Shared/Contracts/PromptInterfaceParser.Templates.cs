using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Templates and what stands for the whole contract.</content>
internal sealed partial class PromptInterfaceParser
{
    private static readonly ImmutableDictionary<string, string?> DoubleBrace =
        ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.DoubleBrace, null);

    private MethodAttributes _contractAttributes;

    private void ParseContractAttributes()
    {
        _contractAttributes = MethodAttributes.Read(_contract);
        WarnOfThinkingConflict(_contract, _contractAttributes.Generation);
    }

    private void WarnOfThinkingConflict(ISymbol owner, AttributeData? generation)
    {
        if (generation is not null && GenerationSettings.HasConflict(generation))
        {
            _issues.Warn(
                DiagnosticIds.ConflictingAttributes,
                _locations.OfArgument(generation, WellKnownNames.ThinkingBudget),
                ImmutableDictionary<string, string?>.Empty,
                WellKnownNames.ThinkingBudget,
                owner is IMethodSymbol ? GetMemberName(owner) : owner.Name,
                "Thinking is set as well and wins; remove one of the two");
        }
    }

    /// <summary>Reads a template and binds its placeholders to the method's parameters.</summary>
    /// <returns>The segments; null when there is nothing to send.</returns>
    private List<TemplateSegment>? ParseTemplate(IMethodSymbol method, AttributeData attribute, bool[] isUsed)
    {
        string value = attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string ?? string.Empty : string.Empty;
        PromptTemplate template = PromptTemplate.Parse(value);
        foreach (TemplateError error in template.Errors)
        {
            _issues.Error(
                DiagnosticIds.TemplateSyntaxError,
                _locations.OfTemplate(attribute, value, error.Start, error.Length),
                error.IsLoneBrace ? DoubleBrace : ImmutableDictionary<string, string?>.Empty,
                GetMemberName(method),
                error.Message);
        }

        List<TemplateSegment> segments = new(template.Parts.Count);
        foreach (TemplatePart part in template.Parts)
        {
            segments.Add(part.IsPlaceholder
                ? new TemplateSegment(string.Empty, BindPlaceholder(method, attribute, value, part, isUsed), part.Format)
                : new TemplateSegment(part.Text, -1, null));
        }

        return segments;
    }

    private int BindPlaceholder(IMethodSymbol method, AttributeData attribute, string value, TemplatePart part, bool[] isUsed)
    {
        ImmutableArray<IParameterSymbol> parameters = method.Parameters;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Name == part.Text)
            {
                isUsed[i] = true;
                CheckFormat(method, attribute, value, part, parameters[i]);
                CheckPlace(method, attribute, value, part, parameters[i]);
                return i;
            }
        }

        string? nearest = _issues.IsListening ? FindNearestParameter(part.Text, parameters, isUsed) : null;
        _issues.Error(
            DiagnosticIds.PlaceholderWithoutParameter,
            _locations.OfTemplate(attribute, value, part.NameStart, part.Text.Length),
            ImmutableDictionary<string, string?>.Empty
                .Add(ContractIssueProperties.Placeholder, part.Text)
                .Add(ContractIssueProperties.Nearest, nearest),
            part.Text,
            GetMemberName(method),
            nearest is null ? $"add a parameter '{part.Text}', or write '{{{{{part.Text}}}}}' for the text itself" : $"write '{{{nearest}}}', or add a parameter '{part.Text}'");
        return -1;
    }

    private void CheckFormat(IMethodSymbol method, AttributeData attribute, string value, TemplatePart part, IParameterSymbol parameter)
    {
        if (part.Format is { } format && !PromptValues.TakesFormat(parameter.Type, format))
        {
            _issues.Error(
                DiagnosticIds.TemplateSyntaxError,
                _locations.OfTemplate(attribute, value, part.FormatStart, format.Length),
                GetMemberName(method),
                $"'{parameter.Type.GetShortName()}' has no format '{format}'; remove ':{format}'");
        }
    }

    /// <summary>A system instruction is text; the API refuses it otherwise.</summary>
    private void CheckPlace(IMethodSymbol method, AttributeData attribute, string value, TemplatePart part, IParameterSymbol parameter)
    {
        if (PromptValues.Classify(parameter.Type) == PromptValueKind.Media && attribute.AttributeClass?.Name == WellKnownNames.SystemInstructionAttribute)
        {
            _issues.Error(
                DiagnosticIds.TemplateSyntaxError,
                _locations.OfTemplate(attribute, value, part.Start, part.Length),
                GetMemberName(method),
                $"a system instruction takes text only, and '{part.Text}' is media; move '{{{part.Text}}}' into the prompt");
        }
    }

    /// <summary>Prefers a parameter that no template names yet.</summary>
    private static string? FindNearestParameter(string name, ImmutableArray<IParameterSymbol> parameters, bool[] isUsed)
    {
        List<string> unused = [];
        List<string> all = [];
        for (int i = 0; i < parameters.Length; i++)
        {
            if (PromptValues.ClassifyForCall(parameters[i].Type) != PromptValueKind.None)
            {
                continue;
            }

            all.Add(parameters[i].Name);
            if (!isUsed[i])
            {
                unused.Add(parameters[i].Name);
            }
        }

        return NearestName.Find(name, unused) ?? NearestName.Find(name, all);
    }
}
