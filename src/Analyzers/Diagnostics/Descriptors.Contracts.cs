using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about contracts. Their sentences stand in <see cref="ContractMessages"/>, because generated code says them too.</summary>
internal static partial class Descriptors
{
    private const string RefusedByModelTitle = "Setting or feature that the model does not take";
    private const string RefusedByModelDescription = "The API refuses every call that asks a model for what it does not have, and sends on what the model ignores.";

    /// <summary>GG0001.</summary>
    public static readonly DiagnosticDescriptor InvalidContractType = DescriptorFactory.Create(
        DiagnosticIds.InvalidContractType,
        "Contract that no class can be generated for",
        ContractMessages.InvalidContractType,
        DiagnosticSeverity.Error,
        "A contract is an interface of methods. Its class is generated beside it, so the types around it have to be partial.");

    /// <summary>GG0002.</summary>
    public static readonly DiagnosticDescriptor UnsupportedReturnType = DescriptorFactory.Create(
        DiagnosticIds.UnsupportedReturnType,
        "Unsupported return type",
        ContractMessages.UnsupportedReturnType,
        DiagnosticSeverity.Error,
        "A method answers with a task of text, of a value or of a PromptResult, or with a stream of text.");

    /// <summary>GG0003.</summary>
    public static readonly DiagnosticDescriptor UnsupportedParameterType = DescriptorFactory.Create(
        DiagnosticIds.UnsupportedParameterType,
        "Unsupported parameter type",
        ContractMessages.UnsupportedParameterType,
        DiagnosticSeverity.Error,
        "What a template names is written into the prompt as text, so its type has to have one: strings, numbers, dates, enums and everything formattable.");

    /// <summary>GG0004.</summary>
    public static readonly DiagnosticDescriptor MethodWithoutPrompt = DescriptorFactory.Create(
        DiagnosticIds.MethodWithoutPrompt,
        "Method without a prompt",
        ContractMessages.MethodWithoutPrompt,
        DiagnosticSeverity.Error,
        "Without a template there is nothing to send, so the generated method throws.");

    /// <summary>GG0005.</summary>
    public static readonly DiagnosticDescriptor PlaceholderWithoutParameter = DescriptorFactory.Create(
        DiagnosticIds.PlaceholderWithoutParameter,
        "Placeholder without a parameter",
        ContractMessages.PlaceholderWithoutParameter,
        DiagnosticSeverity.Error,
        "A placeholder takes its value from the parameter of the same name, upper and lower case included.");

    /// <summary>GG0006.</summary>
    public static readonly DiagnosticDescriptor UnusedParameter = DescriptorFactory.Create(
        DiagnosticIds.UnusedParameter,
        "Parameter that no template names",
        ContractMessages.UnusedParameter,
        DiagnosticSeverity.Warning,
        "The caller passes a value that the model never sees; as a rule a placeholder was forgotten or misspelt.");

    /// <summary>GG0007.</summary>
    public static readonly DiagnosticDescriptor TemplateSyntaxError = DescriptorFactory.Create(
        DiagnosticIds.TemplateSyntaxError,
        "Template syntax error",
        ContractMessages.TemplateSyntaxError,
        DiagnosticSeverity.Error,
        "A template is text with {name} or {name:format} for parameters, {{ and }} for braces.");

    /// <summary>GG0008.</summary>
    public static readonly DiagnosticDescriptor PromptFileNotUsable = DescriptorFactory.Create(
        DiagnosticIds.PromptFileNotUsable,
        "Prompt file that cannot be used",
        ContractMessages.PromptFileNotUsable,
        DiagnosticSeverity.Error,
        "A prompt file is read when the code is compiled: it has to be one of the project's files, and everything its front matter says has to be something that is done.");

    /// <summary>GG0009.</summary>
    public static readonly DiagnosticDescriptor AnswerTypeRefusedByApi = DescriptorFactory.Create(
        DiagnosticIds.AnswerTypeRefusedByApi,
        "Answer type that the API would refuse",
        ContractMessages.AnswerTypeRefusedByApi,
        DiagnosticSeverity.Error,
        "The answer's type is sent to the API as a schema, and the API refuses schemas it cannot hold a model to.");

    /// <summary>GG0010.</summary>
    public static readonly DiagnosticDescriptor AnswerTypeNotConstructible = DescriptorFactory.Create(
        DiagnosticIds.AnswerTypeNotConstructible,
        "Answer type that cannot be constructed",
        ContractMessages.AnswerTypeNotConstructible,
        DiagnosticSeverity.Error,
        "Generated code creates the answer's type from JSON, through a constructor and setters that it can see.");

    /// <summary>GG0011.</summary>
    public static readonly DiagnosticDescriptor GeneratedNameClash = DescriptorFactory.Create(
        DiagnosticIds.GeneratedNameClash,
        "Generated name is taken",
        ContractMessages.GeneratedNameClash,
        DiagnosticSeverity.Error,
        "Two types of one name do not compile, so nothing is generated for the contract.");

    /// <summary>GG0012.</summary>
    public static readonly DiagnosticDescriptor ConflictingAttributes = DescriptorFactory.Create(
        DiagnosticIds.ConflictingAttributes,
        "Conflicting or meaningless attribute",
        ContractMessages.ConflictingAttributes,
        DiagnosticSeverity.Warning,
        "What an attribute says does not happen, which its reader cannot see.");

    /// <summary>GG0013. Not of the parser: it looks at the model, which is the configuration's to change.</summary>
    public static readonly DiagnosticDescriptor RefusedByModel = DescriptorFactory.Create(
        DiagnosticIds.RefusedByModel,
        RefusedByModelTitle,
        "{0} of '{1}' is refused by model '{2}': {3}",
        DiagnosticSeverity.Warning,
        RefusedByModelDescription);

    /// <summary>GG0013 for what does no harm and no good.</summary>
    public static readonly DiagnosticDescriptor IgnoredByModel = DescriptorFactory.Create(
        DiagnosticIds.RefusedByModel,
        RefusedByModelTitle,
        "'{0}' of '{1}' is ignored by model '{2}': remove it",
        DiagnosticSeverity.Warning,
        RefusedByModelDescription);

    /// <summary>GG0014.</summary>
    public static readonly DiagnosticDescriptor NoCancellationToken = DescriptorFactory.Create(
        DiagnosticIds.NoCancellationToken,
        "Method without a cancellation token",
        "'{0}' takes no CancellationToken, so that nobody can stop its call: add 'CancellationToken cancellationToken = default'",
        DiagnosticSeverity.Info,
        "A call takes seconds and costs money; a caller that no longer waits for the answer should be able to stop it.");

    /// <summary>GG0015.</summary>
    public static readonly DiagnosticDescriptor InterfaceNotPartial = DescriptorFactory.Create(
        DiagnosticIds.InterfaceNotPartial,
        "Contract that could be partial",
        "'{0}' is not partial: make it partial, so that members can be generated into it",
        DiagnosticSeverity.Info,
        "A contract need not be partial to work. One that is can be given generated members later without a change of its code.",
        isEnabledByDefault: false);

    /// <summary>GG0016.</summary>
    public static readonly DiagnosticDescriptor UntrustedInstruction = DescriptorFactory.Create(
        DiagnosticIds.UntrustedInstruction,
        "Untrusted value inside a system instruction",
        ContractMessages.UntrustedInstruction,
        DiagnosticSeverity.Warning,
        "The model trusts its system instruction more than anything else, so a value that may hold an attack belongs into the prompt.");

    /// <summary>GG0017.</summary>
    public static readonly DiagnosticDescriptor ToolNotDescribable = DescriptorFactory.Create(
        DiagnosticIds.ToolNotDescribable,
        "Function that cannot be offered to the model",
        ContractMessages.ToolNotDescribable,
        DiagnosticSeverity.Error,
        "The model is told a function's name and the schema of its arguments, and calls it through JSON.");

    /// <summary>GG0018.</summary>
    public static readonly DiagnosticDescriptor ForeignPlaceholder = DescriptorFactory.Create(
        DiagnosticIds.ForeignPlaceholder,
        "Placeholder of another template language",
        ContractMessages.ForeignPlaceholder,
        DiagnosticSeverity.Warning,
        "Templates name parameters in single braces. What stands between other signs is sent as it is, and the model sees no value.");

    /// <summary>GG0021.</summary>
    public static readonly DiagnosticDescriptor FakeOfNoContract = DescriptorFactory.Create(
        DiagnosticIds.FakeOfNoContract,
        "Fake of what is no contract",
        "There is no fake of '{0}': {1}",
        DiagnosticSeverity.Error,
        "Fakes are generated for contracts, the interfaces marked [GeminiPrompts]. For other types the call throws.");
}
