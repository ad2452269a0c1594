using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about privacy and cost.</summary>
internal static partial class Descriptors
{
    /// <summary>GG5001.</summary>
    public static readonly DiagnosticDescriptor LoggedText = DescriptorFactory.Create(
        DiagnosticIds.LoggedText,
        "Prompt or answer logged",
        "The {0} of '{1}' goes into the log at level {2}: lower it to Debug, or leave the text out",
        DiagnosticSeverity.Warning,
        "Prompts and answers hold what users wrote; logs at Information and above are kept, copied and read by many.");

    /// <summary>GG5002.</summary>
    public static readonly DiagnosticDescriptor UnboundedLoop = DescriptorFactory.Create(
        DiagnosticIds.UnboundedLoop,
        "Model call in an unbounded loop",
        "'{0}' is called in a loop that nothing but the model's own answers can end: bound the number of rounds",
        DiagnosticSeverity.Warning,
        "Every round is paid for; a model that never says what the loop waits for runs up costs until somebody notices.");

    /// <summary>GG5003.</summary>
    public static readonly DiagnosticDescriptor SafetyOff = DescriptorFactory.Create(
        DiagnosticIds.SafetyOff,
        "Every safety category switched off",
        "All four safety categories are switched off here: keep those the application needs",
        DiagnosticSeverity.Info,
        "What users are shown is then filtered by nothing but the model's training.");

    /// <summary>GG5004.</summary>
    public static readonly DiagnosticDescriptor StorageOn = DescriptorFactory.Create(
        DiagnosticIds.StorageOn,
        "Server-side storage left on",
        "This request lets the service store prompt and answer: set '{0}' to false unless later requests refer to it",
        DiagnosticSeverity.Info,
        "Stored interactions stay with the service for weeks, and count as personal data that somebody has to delete.");

    /// <summary>GG5005.</summary>
    public static readonly DiagnosticDescriptor CostlyModel = DescriptorFactory.Create(
        DiagnosticIds.CostlyModel,
        "Costly model for its task",
        "'{0}' is asked for {1}, for which '{2}' is configured and costs less: use that, or say why not",
        DiagnosticSeverity.Info,
        "Much of what models are asked needs none of the large ones.",
        isEnabledByDefault: false);

    /// <summary>GG5006.</summary>
    public static readonly DiagnosticDescriptor KeyInClientApp = DescriptorFactory.Create(
        DiagnosticIds.KeyInClientApp,
        "Model key in a client app",
        "The key ships with this {0} app, and whoever has the app has the key: call the model from a server of your own",
        DiagnosticSeverity.Warning,
        "Keys are read out of client apps in minutes, whether they stand in code, in settings or in resources, and are used at your cost.");

    /// <summary>GG5006 for a file that a web server hands out.</summary>
    public static readonly DiagnosticDescriptor KeyInPublicFile = DescriptorFactory.Create(
        DiagnosticIds.KeyInClientApp,
        "Model key in a client app",
        "'{0}' lies in 'wwwroot', and whoever asks for it has the key: call the model from a server of your own",
        DiagnosticSeverity.Warning,
        "Keys are read out of client apps in minutes, whether they stand in code, in settings or in resources, and are used at your cost.");

    /// <summary>GG5007.</summary>
    public static readonly DiagnosticDescriptor SensitiveData = DescriptorFactory.Create(
        DiagnosticIds.SensitiveData,
        "Sensitive data to an endpoint that is not known to keep it private",
        "'{0}' is marked as sensitive and goes to a model {1}: leave it out, or configure a paid endpoint",
        DiagnosticSeverity.Warning,
        "What is sent to the free tier may be read by people and used for training; paid endpoints exclude it by contract.");
}
