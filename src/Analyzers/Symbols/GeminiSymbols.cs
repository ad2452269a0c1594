using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Symbols;

/// <summary>The runtime's types that rules look at, looked up once per compilation.</summary>
internal sealed class GeminiSymbols
{
    private GeminiSymbols(Compilation compilation, INamedTypeSymbol prompts)
    {
        GeminiPrompts = prompts;
        Prompt = Find(compilation, WellKnownNames.PromptAttribute);
        PromptFile = Find(compilation, WellKnownNames.PromptFileAttribute);
        SystemInstruction = Find(compilation, WellKnownNames.SystemInstructionAttribute);
        Example = Find(compilation, WellKnownNames.ExampleAttribute);
        Tools = Find(compilation, WellKnownNames.ToolsAttribute);
        GoogleSearch = Find(compilation, WellKnownNames.GoogleSearchAttribute);
        UrlContext = Find(compilation, WellKnownNames.UrlContextAttribute);
        CodeExecution = Find(compilation, WellKnownNames.CodeExecutionAttribute);
        Media = Find(compilation, WellKnownNames.Media);
        Embed = Find(compilation, WellKnownNames.EmbedAttribute);
        Safety = Find(compilation, WellKnownNames.SafetyAttribute);
        Model = Find(compilation, WellKnownNames.ModelAttribute);
        Generation = Find(compilation, WellKnownNames.GenerationAttribute);
        Retry = Find(compilation, WellKnownNames.RetryAttribute);
        Repair = Find(compilation, WellKnownNames.RepairAttribute);
        Timeout = Find(compilation, WellKnownNames.TimeoutAttribute);
        PromptOptions = Find(compilation, WellKnownNames.PromptOptions);
        Options = Find(compilation, "GeminiOptions");
        RetryOptions = Find(compilation, "GeminiRetryOptions");
    }

    /// <summary>Marks a contract.</summary>
    public INamedTypeSymbol GeminiPrompts { get; }

    /// <summary>Holds a method's template.</summary>
    public INamedTypeSymbol? Prompt { get; }

    /// <summary>Names the file of a method's template.</summary>
    public INamedTypeSymbol? PromptFile { get; }

    /// <summary>Holds a system instruction.</summary>
    public INamedTypeSymbol? SystemInstruction { get; }

    /// <summary>Holds an example of question and answer.</summary>
    public INamedTypeSymbol? Example { get; }

    /// <summary>Offers functions.</summary>
    public INamedTypeSymbol? Tools { get; }

    /// <summary>Lets the model search.</summary>
    public INamedTypeSymbol? GoogleSearch { get; }

    /// <summary>Lets the model read pages.</summary>
    public INamedTypeSymbol? UrlContext { get; }

    /// <summary>Lets the model have code run.</summary>
    public INamedTypeSymbol? CodeExecution { get; }

    /// <summary>A picture, a sound, a video or a document.</summary>
    public INamedTypeSymbol? Media { get; }

    /// <summary>Makes a method one that gives vectors.</summary>
    public INamedTypeSymbol? Embed { get; }

    /// <summary>Holds a safety setting.</summary>
    public INamedTypeSymbol? Safety { get; }

    /// <summary>Holds the model of one method.</summary>
    public INamedTypeSymbol? Model { get; }

    /// <summary>Holds settings of the model.</summary>
    public INamedTypeSymbol? Generation { get; }

    /// <summary>Holds the number of attempts.</summary>
    public INamedTypeSymbol? Retry { get; }

    /// <summary>Holds how often the model is asked again.</summary>
    public INamedTypeSymbol? Repair { get; }

    /// <summary>Holds the time limit.</summary>
    public INamedTypeSymbol? Timeout { get; }

    /// <summary>The settings of one call.</summary>
    public INamedTypeSymbol? PromptOptions { get; }

    /// <summary>The client's options.</summary>
    public INamedTypeSymbol? Options { get; }

    /// <summary>The client's retry options.</summary>
    public INamedTypeSymbol? RetryOptions { get; }

    /// <summary>Looks the types up.</summary>
    /// <returns>False when the runtime is not referenced: then there is nothing to check.</returns>
    public static bool TryCreate(Compilation compilation, [NotNullWhen(true)] out GeminiSymbols? symbols)
    {
        INamedTypeSymbol? prompts = compilation.GetTypeByMetadataName(WellKnownNames.GeminiPromptsAttributeMetadataName);
        symbols = prompts is null ? null : new GeminiSymbols(compilation, prompts);
        return symbols is not null;
    }

    private static INamedTypeSymbol? Find(Compilation compilation, string name)
        => compilation.GetTypeByMetadataName(WellKnownNames.Namespace + "." + name);
}
