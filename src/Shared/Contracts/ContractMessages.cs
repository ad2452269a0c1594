using System.Globalization;

namespace GeminiGen;

/// <summary>The sentences of the GG0 rules: the analyzer reports them, and a member that cannot be served throws them.</summary>
internal static class ContractMessages
{
    public const string InvalidContractType = "'{0}' cannot be served: {1}";
    public const string UnsupportedReturnType = "The return type '{0}' of '{1}' is not supported; {2}";
    public const string UnsupportedParameterType = "Parameter '{0}' of type '{1}' is not supported; {2}";
    public const string MethodWithoutPrompt = "'{0}' has no prompt; {1}";
    public const string PlaceholderWithoutParameter = "Placeholder '{0}' names no parameter of '{1}'; {2}";
    public const string UnusedParameter = "Parameter '{0}' of '{1}' is in no template; write '{{{0}}}' into the prompt, remove the parameter, or mark it [NotInPrompt]";
    public const string TemplateSyntaxError = "The template of '{0}' is not valid: {1}";
    public const string PromptFileNotUsable = "The prompt file of '{0}' cannot be used: {1}";
    public const string AnswerTypeRefusedByApi = "'{0}' cannot be part of an answer: {1}";
    public const string AnswerTypeNotConstructible = "'{0}' cannot be created from an answer: {1}";
    public const string GeneratedNameClash = "The name '{0}' that '{1}' generates {2}; {3}";
    public const string ConflictingAttributes = "{0} of '{1}' has no effect: {2}";
    public const string UntrustedInstruction = "The system instruction of '{0}' holds the untrusted value '{1}'; move it into the prompt";
    public const string ToolNotDescribable = "'{0}' cannot be offered to the model: {1}";

    public const string ForeignPlaceholder = "'{0}' in the template of '{1}' {2}; write '{3}'";

    /// <summary>The id and the sentence of an issue, as an exception says it.</summary>
    public static string Format(string id, string[] arguments)
        => id + ": " + string.Format(CultureInfo.InvariantCulture, GetFormat(id), arguments) + ".";

    private static string GetFormat(string id) => id switch
    {
        DiagnosticIds.InvalidContractType => InvalidContractType,
        DiagnosticIds.UnsupportedReturnType => UnsupportedReturnType,
        DiagnosticIds.UnsupportedParameterType => UnsupportedParameterType,
        DiagnosticIds.MethodWithoutPrompt => MethodWithoutPrompt,
        DiagnosticIds.PlaceholderWithoutParameter => PlaceholderWithoutParameter,
        DiagnosticIds.UnusedParameter => UnusedParameter,
        DiagnosticIds.TemplateSyntaxError => TemplateSyntaxError,
        DiagnosticIds.PromptFileNotUsable => PromptFileNotUsable,
        DiagnosticIds.AnswerTypeRefusedByApi => AnswerTypeRefusedByApi,
        DiagnosticIds.AnswerTypeNotConstructible => AnswerTypeNotConstructible,
        DiagnosticIds.GeneratedNameClash => GeneratedNameClash,
        DiagnosticIds.ConflictingAttributes => ConflictingAttributes,
        DiagnosticIds.UntrustedInstruction => UntrustedInstruction,
        DiagnosticIds.ToolNotDescribable => ToolNotDescribable,
        DiagnosticIds.ForeignPlaceholder => ForeignPlaceholder,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "Not a rule about contracts."),
    };
}
