using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about limits.</summary>
internal static partial class Descriptors
{
    private const string WholeFileTitle = "Whole file sent inline";
    private const string WholeFileDescription = "Base64 adds a third, the request is in memory several times, and above the API's limit it is refused; files belong into the Files API.";
    private const string OutputTokensTitle = "Output tokens above the model's limit";
    private const string OutputTokensDescription = "The API refuses a request that asks for more output tokens than the model has.";

    private const string PromptLargeTitle = "Constant prompt takes much of the model's window";
    private const string PromptLargeDescription = "Constant text is paid for with every call, and what it takes of the window is missing for the arguments.";
    private const string QuotaTitle = "Estimated use above a configured quota";
    private const string QuotaDescription = "The API answers 429 when a quota is used up; what one call or one loop certainly exceeds fails every time.";

    /// <summary>GG3001 for a request by hand or by a client library.</summary>
    public static readonly DiagnosticDescriptor WholeFileInline = DescriptorFactory.Create(
        DiagnosticIds.WholeFileInline,
        WholeFileTitle,
        "'{0}' sends a whole file inside the request, whatever its size: test the size first, or upload it with the Files API",
        DiagnosticSeverity.Warning,
        WholeFileDescription);

    /// <summary>GG3001 for media of a contract.</summary>
    public static readonly DiagnosticDescriptor WholeFileInMemory = DescriptorFactory.Create(
        DiagnosticIds.WholeFileInline,
        WholeFileTitle,
        "'{0}' holds a whole file in memory to send it: use 'Media.FromFile', which reads it piece by piece and uploads what is too large",
        DiagnosticSeverity.Warning,
        WholeFileDescription);

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

    /// <summary>GG3003.</summary>
    public static readonly DiagnosticDescriptor OutputTokensTooFew = DescriptorFactory.Create(
        DiagnosticIds.OutputTokensTooFew,
        "Output tokens too few for thinking",
        "'MaxOutputTokens = {0}' may leave '{1}' nothing to answer with, because it thinks first and thoughts count: allow {2} or more, or lower the thinking",
        DiagnosticSeverity.Warning,
        "Thoughts are counted as output; when they use up the tokens, the answer is empty and paid for, with finish reason MAX_TOKENS.");

    /// <summary>GG3004.</summary>
    public static readonly DiagnosticDescriptor UnboundedHistory = DescriptorFactory.Create(
        DiagnosticIds.UnboundedHistory,
        "History grows without bound",
        "'{0}' grows with every turn and is sent whole, so each call costs more than the last until the model refuses it: drop or summarise old turns",
        DiagnosticSeverity.Warning,
        "The cost of a conversation grows with the square of its turns, and one day its history is above the model's window.");

    /// <summary>GG3005.</summary>
    public static readonly DiagnosticDescriptor PromptLarge = DescriptorFactory.Create(
        DiagnosticIds.PromptLarge,
        PromptLargeTitle,
        "The constant text of '{0}' takes about {1} of the {2} input tokens of '{3}', before any argument: shorten it, or choose a model with a larger window",
        DiagnosticSeverity.Warning,
        PromptLargeDescription);

    /// <summary>GG3005 for texts that arguments make large.</summary>
    public static readonly DiagnosticDescriptor PromptLargeWithArguments = DescriptorFactory.Create(
        DiagnosticIds.PromptLarge,
        PromptLargeTitle,
        "The prompt of '{0}' takes up to {1} of the {2} input tokens of '{3}' when its arguments are as long as [MaxLength] lets them be: shorten it, or lower the bound",
        DiagnosticSeverity.Warning,
        PromptLargeDescription);

    /// <summary>GG3006.</summary>
    public static readonly DiagnosticDescriptor SettingOutOfRange = DescriptorFactory.Create(
        DiagnosticIds.SettingOutOfRange,
        "Setting out of range",
        SettingRanges.OutOfRange,
        DiagnosticSeverity.Error,
        "The API, or the client before it, refuses the value when the call is made.");

    /// <summary>GG3007.</summary>
    public static readonly DiagnosticDescriptor MediaLarge = DescriptorFactory.Create(
        DiagnosticIds.MediaLarge,
        "Media large for an inline request",
        "{0:N0} bytes sent inline make a request of about {1:N0}, above the {2:N0} that some accounts still meet: upload them with the Files API",
        DiagnosticSeverity.Warning,
        "The limit of inline requests was 20 MB before January 2026, and pages of the API still say so.");

    /// <summary>GG3007 for a test that lets too much through.</summary>
    public static readonly DiagnosticDescriptor MediaBoundLarge = DescriptorFactory.Create(
        DiagnosticIds.MediaLarge,
        "Media large for an inline request",
        "The test lets {0:N0} bytes through, and sent inline they make a request of about {1:N0}, above a limit of {2:N0}: test for less, or upload larger ones with the Files API",
        DiagnosticSeverity.Warning,
        "The limit of inline requests was 20 MB before January 2026, and pages of the API still say so.");

    /// <summary>GG3008 for one call.</summary>
    public static readonly DiagnosticDescriptor RequestAboveQuota = DescriptorFactory.Create(
        DiagnosticIds.RequestAboveQuota,
        QuotaTitle,
        "One call of '{0}' takes about {1} tokens, more than the {2} a minute that are configured: shorten the prompt or bound its arguments",
        DiagnosticSeverity.Warning,
        QuotaDescription);

    /// <summary>GG3008 for a loop.</summary>
    public static readonly DiagnosticDescriptor LoopAboveQuota = DescriptorFactory.Create(
        DiagnosticIds.RequestAboveQuota,
        QuotaTitle,
        "This loop calls '{0}' {1} times, more than the {2} requests a day that are configured: send fewer, or use a batch",
        DiagnosticSeverity.Warning,
        QuotaDescription);

    /// <summary>GG3009.</summary>
    public static readonly DiagnosticDescriptor PromptAboveWindow = DescriptorFactory.Create(
        DiagnosticIds.PromptAboveWindow,
        "Constant prompt above the model's window",
        "The constant text of '{0}' takes about {1} tokens, more than the {2} input tokens of '{3}': shorten it, or choose a model with a larger window",
        DiagnosticSeverity.Error,
        "The API refuses every call of this method.");

    /// <summary>GG3010.</summary>
    public static readonly DiagnosticDescriptor MediaAboveLimit = DescriptorFactory.Create(
        DiagnosticIds.MediaAboveLimit,
        "Media above the limit",
        "{0:N0} bytes sent inline make a request of about {1:N0}, above the API's limit of {2:N0}: upload them with the Files API",
        DiagnosticSeverity.Error,
        "The API refuses the request.");
}
