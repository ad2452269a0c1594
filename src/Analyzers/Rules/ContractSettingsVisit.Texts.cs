using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Prompts;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <content>Constant texts.</content>
internal sealed partial class ContractSettingsVisit
{
    private void VisitTexts(IMethodSymbol method, MethodFile? file, CatalogModel? model)
    {
        AttributeData? prompt = method.FindAttribute(file is null ? _symbols.Prompt : _symbols.PromptFile);
        if (prompt?.ApplicationSyntaxReference is not { SyntaxTree: { } tree })
        {
            return;
        }

        PromptTexts texts = file is null ? GetTexts(method, prompt) : GetTexts(method, file);
        QuotaRule.CheckCall(method.Name, texts.EstimateTokens() + texts.ArgumentTokens, texts.Location, _rules.Options, tree, _report);
        if (model is null)
        {
            return;
        }

        double percent = RuleOptions.GetPromptShare(_rules.Options, tree);
        PromptSizeRule.Check(method.Name, texts, model, percent, finding => ReportText(finding, texts.Location!));
    }

    private PromptTexts GetTexts(IMethodSymbol method, AttributeData prompt)
        => Complete(method, prompt.GetFirstText(), prompt.FindArgument(null, _cancellationToken), GetIncludes(prompt.GetFirstText()));

    private PromptTexts GetTexts(IMethodSymbol method, MethodFile file)
    {
        PromptDocument document = file.Document;
        string text = document.File.Text.Substring(document.BodyStart);
        return Complete(
            method,
            text,
            new FileSite(document.File).Locate(document.File.Text.Length - text.TrimStart().Length, text.Trim().Length),
            new IncludedTexts(_rules.Prompts.Files, file.IsHandlebars).Collect(document.ParseBody(file.IsHandlebars), document.File));
    }

    private PromptTexts Complete(IMethodSymbol method, string? template, Location? location, IReadOnlyList<string> includes)
    {
        AttributeData? instruction = method.FindAttribute(_symbols.SystemInstruction) ?? method.ContainingType.FindAttribute(_symbols.SystemInstruction);
        return new PromptTexts(template, location, instruction?.GetFirstText(), instruction?.FindArgument(null, _cancellationToken))
        {
            Examples = GetExamples(method),
            DeclaredTokens = DeclaredTexts.Estimate(method, _symbols.Tools),
            ArgumentTokens = BoundedArguments.Estimate(method),
            Includes = [.. includes, .. GetIncludes(instruction?.GetFirstText())],
        };
    }

    private IReadOnlyList<string> GetIncludes(string? template)
        => template is null || !_rules.Prompts.HasFiles ? [] : new IncludedTexts(_rules.Prompts.Files, isHandlebars: false).Collect(PromptTemplate.Parse(template), null);

    private List<string> GetExamples(IMethodSymbol method)
    {
        List<string> examples = [];
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (Is(attribute, _symbols.Example))
            {
                examples.Add(attribute.GetText(WellKnownNames.User) ?? "");
                examples.Add(attribute.GetText(WellKnownNames.Model) ?? "");
            }
        }

        return examples;
    }

    // An instruction of the whole contract is said once, not once a method.
    private void ReportText(Diagnostic finding, Location location)
    {
        if (_largeTexts.Add(location))
        {
            _report(finding);
        }
    }
}
