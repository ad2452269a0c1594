using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about models and answers.</summary>
internal static partial class Descriptors
{
    private const string RetiredModelTitle = "Retired model";
    private const string RetiredModelDescription = "A model that is shut down refuses every call; a deprecated one will, or is answered by another model at another price.";
    private const string UnknownModelTitle = "Unknown model";
    private const string UnknownModelDescription = "The catalogue of this version of the package does not know the model, so its limits are not checked. New models are fine.";

    /// <summary>GG4001 for a model that answers no more.</summary>
    public static readonly DiagnosticDescriptor RetiredModel = DescriptorFactory.Create(
        DiagnosticIds.RetiredModel,
        RetiredModelTitle,
        "Model '{0}' is shut down and refuses calls: use '{1}'",
        DiagnosticSeverity.Warning,
        RetiredModelDescription);

    /// <summary>GG4001 for a model whose last day is announced.</summary>
    public static readonly DiagnosticDescriptor DeprecatedModel = DescriptorFactory.Create(
        DiagnosticIds.RetiredModel,
        RetiredModelTitle,
        "Model '{0}' is deprecated, with {2} as its announced last day: use '{1}'",
        DiagnosticSeverity.Warning,
        RetiredModelDescription);

    /// <summary>GG4001 for a model whose requests another one answers.</summary>
    public static readonly DiagnosticDescriptor ReplacedModel = DescriptorFactory.Create(
        DiagnosticIds.RetiredModel,
        RetiredModelTitle,
        "Model '{0}' is deprecated in favour of '{1}', which may answer in its place: use '{1}'",
        DiagnosticSeverity.Warning,
        RetiredModelDescription);

    /// <summary>GG4013 when a known id is close.</summary>
    public static readonly DiagnosticDescriptor UnknownModelNearest = DescriptorFactory.Create(
        DiagnosticIds.UnknownModel,
        UnknownModelTitle,
        "Model '{0}' is not in the catalogue: did you mean '{1}'?",
        DiagnosticSeverity.Info,
        UnknownModelDescription);

    /// <summary>GG4013 when no known id is close.</summary>
    public static readonly DiagnosticDescriptor UnknownModel = DescriptorFactory.Create(
        DiagnosticIds.UnknownModel,
        UnknownModelTitle,
        "Model '{0}' is not in the catalogue: check its id",
        DiagnosticSeverity.Info,
        UnknownModelDescription);

    /// <summary>GG4015.</summary>
    public static readonly DiagnosticDescriptor MisspeltModel = DescriptorFactory.Create(
        DiagnosticIds.MisspeltModel,
        "Misspelt model",
        "No model is called '{0}': write '{1}'",
        DiagnosticSeverity.Warning,
        "The id is a known one but for a slip of the pen, so every call is answered with 404.");

    /// <summary>GG4014.</summary>
    public static readonly DiagnosticDescriptor ModelWithoutText = DescriptorFactory.Create(
        DiagnosticIds.ModelWithoutText,
        "Model that gives no text",
        "Model '{0}' gives {1} and no text, so it cannot answer a prompt: name a model that generates text",
        DiagnosticSeverity.Warning,
        "A prompt is answered with text, or with values read from it. Models for embeddings and speech refuse its calls.");

    /// <summary>GG4016.</summary>
    public static readonly DiagnosticDescriptor ModelWithoutEmbeddings = DescriptorFactory.Create(
        DiagnosticIds.ModelWithoutEmbeddings,
        "Model that gives no embeddings",
        "Model '{0}' gives no embeddings: set [Embed(Model = …)] to one that does, as GeminiModels.GeminiEmbedding2",
        DiagnosticSeverity.Warning,
        "Vectors are made by embedding models. Models that write text refuse the calls of methods with [Embed].");
}
