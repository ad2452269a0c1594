using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Placeholders of other template languages.</content>
internal sealed partial class PromptInterfaceParser
{
    /// <summary>Warns of names between other languages' signs, in an attribute's template.</summary>
    private void WarnOfForeign(IMethodSymbol method, AttributeData? attribute, TemplateScope scope)
    {
        if (_issues.IsListening && attribute is not null)
        {
            string template = GetTemplate(attribute);
            WarnOfForeign(method, template, 0, new AttributeSite(_locations, attribute, template), scope, isFile: false);
        }
    }

    /// <summary>The same in a method's own prompt file.</summary>
    private void WarnOfForeign(IMethodSymbol method, TemplateSource source, TemplateScope scope)
    {
        if (_issues.IsListening && source is { IsFile: true, IsHandlebars: false } && _files!.Find(source.Text, null) is { } file)
        {
            WarnOfForeign(method, file.Text, PromptDocument.Split(file).BodyStart, new FileSite(file), scope, isFile: true);
        }
    }

    /// <summary>
    /// Double braces are sent as they are, which is a mistake where nothing else names the parameter. A dollar before a placeholder is one where no placeholder is without, unless it may be a
    /// currency.
    /// </summary>
    private void WarnOfForeign(IMethodSymbol method, string template, int start, TemplateSite site, TemplateScope scope, bool isFile)
    {
        List<ForeignPlaceholder> mistakes = ForeignPlaceholder.FindAll(template, start).FindAll(placeholder => IsMistake(method, placeholder, template, start, scope));
        foreach (ForeignPlaceholder placeholder in mistakes)
        {
            scope.IsForeign[Array.IndexOf(scope.Parameters, placeholder.Name)] = true;
            string paths = placeholder.IsText ? placeholder.Path : string.Join(",", mistakes.FindAll(static other => !other.IsText).ConvertAll(static other => other.Path));
            Warn(placeholder, paths, template, site, scope, isFile);
        }
    }

    private static bool IsMistake(IMethodSymbol method, ForeignPlaceholder placeholder, string template, int start, TemplateScope scope)
    {
        int index = Array.IndexOf(scope.Parameters, placeholder.Name);
        if (index < 0 || PromptValues.ClassifyForCall(method.Parameters[index]) != PromptParameterUse.None)
        {
            return false;
        }

        IParameterSymbol parameter = method.Parameters[index];
        return placeholder.IsText
            ? !scope.IsUsed[index] && parameter.FindAttribute(WellKnownNames.Namespace, WellKnownNames.NotInPromptAttribute) is null
            : parameter.Type.SpecialType == SpecialType.System_String && !HasOwnPlaceholder(template, start);
    }

    private void Warn(ForeignPlaceholder placeholder, string paths, string template, TemplateSite site, TemplateScope scope, bool isFile)
    {
        string marked = template.Substring(placeholder.Start, placeholder.Length);
        string meant = "{" + placeholder.Path + "}";
        _issues.Warn(
            DiagnosticIds.ForeignPlaceholder,
            site.Locate(placeholder.Start, placeholder.Length),
            ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.Marked, marked).Add(ContractIssueProperties.Replacement, meant).Add(ContractIssueProperties.Paths, paths),
            marked,
            scope.Method,
            !placeholder.IsText ? "sends a dollar before the value" : isFile ? "is sent as text, unless [PromptFile] says 'Syntax = PromptSyntax.Handlebars'" : "is sent as text, and the parameter is not",
            meant);
    }

    /// <summary>Whether the author knows placeholders without a dollar.</summary>
    private static bool HasOwnPlaceholder(string template, int start)
    {
        for (int open = template.IndexOf('{', start); open >= 0; open = template.IndexOf('{', open + 1))
        {
            bool isPlaceholder = open + 1 < template.Length && char.IsLetter(template[open + 1]) && (open == 0 || template[open - 1] is not ('{' or '$'));
            if (isPlaceholder)
            {
                return true;
            }
        }

        return false;
    }
}
