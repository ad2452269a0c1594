using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about limits.</summary>
internal static partial class Descriptors
{
    private const string OutputTokensTitle = "Output tokens above the model's limit";
    private const string OutputTokensDescription = "The API refuses a request that asks for more output tokens than the model has.";

    /// <summary>GG3002.</summary>
    public static readonly DiagnosticDescriptor OutputTokensAboveLimit = DescriptorFactory.Create(
        DiagnosticIds.OutputTokensAboveLimit,
        OutputTokensTitle,
        SettingRanges.OutputTokensAboveLimit,
        DiagnosticSeverity.Error,
        OutputTokensDescription);

    /// <summary>GG3002 for a model that answers more in a stream.</summary>
    public static readonly DiagnosticDescriptor OutputTokensAboveLimitWithoutStream = DescriptorFactory.Create(
        DiagnosticIds.OutputTokensAboveLimit,
        OutputTokensTitle,
        SettingRanges.OutputTokensAboveLimitWithoutStream,
        DiagnosticSeverity.Error,
        OutputTokensDescription);

    /// <summary>GG3005.</summary>
    public static readonly DiagnosticDescriptor PromptLarge = DescriptorFactory.Create(
        DiagnosticIds.PromptLarge,
        "Constant prompt takes much of the model's window",
        "The constant text of '{0}' takes about {1} of the {2} input tokens of '{3}', before any argument: shorten it, or choose a model with a larger window",
        DiagnosticSeverity.Warning,
        "Constant text is paid for with every call, and what it takes of the window is missing for the arguments.");

    /// <summary>GG3006.</summary>
    public static readonly DiagnosticDescriptor SettingOutOfRange = DescriptorFactory.Create(
        DiagnosticIds.SettingOutOfRange,
        "Setting out of range",
        SettingRanges.OutOfRange,
        DiagnosticSeverity.Error,
        "The API, or the client before it, refuses the value when the call is made.");

    /// <summary>GG3009.</summary>
    public static readonly DiagnosticDescriptor PromptAboveWindow = DescriptorFactory.Create(
        DiagnosticIds.PromptAboveWindow,
        "Constant prompt above the model's window",
        "The constant text of '{0}' takes about {1} tokens, more than the {2} input tokens of '{3}': shorten it, or choose a model with a larger window",
        DiagnosticSeverity.Error,
        "The API refuses every call of this method.");
}
