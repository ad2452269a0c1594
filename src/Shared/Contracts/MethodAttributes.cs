using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>The attributes that hold for a method: its own, else the contract's, else those of the interface that declares it.</summary>
internal readonly struct MethodAttributes
{
    /// <summary>The method's <c>[Prompt]</c>.</summary>
    public AttributeData? Prompt { get; private init; }

    /// <summary>The method's <c>[PromptFile]</c>.</summary>
    public AttributeData? PromptFile { get; private init; }

    /// <summary>The <c>[SystemInstruction]</c> that holds.</summary>
    public AttributeData? SystemInstruction { get; private init; }

    /// <summary>Whether <see cref="SystemInstruction"/> stands on the method itself.</summary>
    public bool IsInstructionOwn { get; private init; }

    /// <summary>The method's own <c>[Generation]</c>; the contract's is merged with it member by member.</summary>
    public AttributeData? Generation { get; private init; }

    /// <summary>The <c>[Generation]</c> of the inherited interface that declares the method.</summary>
    public AttributeData? InheritedGeneration { get; private init; }

    /// <summary>The <c>[Tools]</c> that holds.</summary>
    public AttributeData? Tools { get; private init; }

    /// <summary>The tools the API runs itself: the method's, the contract's and those of the interface that declares it.</summary>
    public BuiltInTools BuiltInTools { get; private init; }

    /// <summary>The method's <c>[Embed]</c>.</summary>
    public AttributeData? Embed { get; private init; }

    /// <summary>The method's <c>[Model]</c>.</summary>
    public AttributeData? Model { get; private init; }

    /// <summary>The symbol's own <c>[Safety]</c>s; those of the contract are merged with the method's category by category.</summary>
    public List<AttributeData>? Safety { get; private init; }

    /// <summary>The <c>[Safety]</c>s of the inherited interface that declares the method.</summary>
    public List<AttributeData>? InheritedSafety { get; private init; }

    /// <summary>The method's <c>[Example]</c>s, in order; null when it has none.</summary>
    public List<AttributeData>? Examples { get; private init; }

    /// <summary>The <c>[Repair]</c> that holds.</summary>
    public AttributeData? Repair { get; private init; }

    /// <summary>The <c>[Include]</c> that holds.</summary>
    public AttributeData? Include { get; private init; }

    /// <summary>The attempts <c>[Retry]</c> asks for; 0 when it does not.</summary>
    public int MaxAttempts { get; private init; }

    /// <summary>The limit of <c>[Timeout]</c> in seconds; 0 when there is none.</summary>
    public double TimeoutSeconds { get; private init; }

    /// <summary>Whether a method says itself what is sent.</summary>
    public static bool HasPrompt(IMethodSymbol method) => Read(method) is { Prompt: not null } or { PromptFile: not null } or { Embed: not null };

    /// <summary>Reads a type's or a method's own attributes, in one pass.</summary>
    public static MethodAttributes Read(ISymbol symbol)
    {
        AttributeData? prompt = null, file = null, instruction = null, generation = null, tools = null, repair = null, include = null, embed = null, model = null;
        List<AttributeData>? examples = null, safety = null;
        BuiltInTools builtIn = BuiltInTools.None;
        int maxAttempts = 0;
        double timeoutSeconds = 0;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { ContainingType: null } type || !type.ContainingNamespace.IsNamespace(WellKnownNames.Namespace))
            {
                continue;
            }

            switch (type.Name)
            {
                case WellKnownNames.PromptAttribute:
                    prompt = attribute;
                    break;
                case WellKnownNames.PromptFileAttribute:
                    file = attribute;
                    break;
                case WellKnownNames.SystemInstructionAttribute:
                    instruction = attribute;
                    break;
                case WellKnownNames.GenerationAttribute:
                    generation = attribute;
                    break;
                case WellKnownNames.ExampleAttribute:
                    (examples ??= []).Add(attribute);
                    break;
                case WellKnownNames.SafetyAttribute:
                    (safety ??= []).Add(attribute);
                    break;
                case WellKnownNames.ModelAttribute:
                    model = attribute;
                    break;
                case WellKnownNames.ToolsAttribute:
                    tools = attribute;
                    break;
                case WellKnownNames.RepairAttribute:
                    repair = attribute;
                    break;
                case WellKnownNames.IncludeAttribute:
                    include = attribute;
                    break;
                case WellKnownNames.GoogleSearchAttribute:
                    builtIn |= BuiltInTools.GoogleSearch;
                    break;
                case WellKnownNames.UrlContextAttribute:
                    builtIn |= BuiltInTools.UrlContext;
                    break;
                case WellKnownNames.CodeExecutionAttribute:
                    builtIn |= BuiltInTools.CodeExecution;
                    break;
                case WellKnownNames.EmbedAttribute:
                    embed = attribute;
                    break;
                case WellKnownNames.RetryAttribute:
                    maxAttempts = attribute.GetNamedArgument(WellKnownNames.MaxAttempts).Value is int and > 0 and int attempts ? attempts : 0;
                    break;
                case WellKnownNames.TimeoutAttribute:
                    timeoutSeconds = attribute.GetNamedArgument(WellKnownNames.Seconds).Value is double and > 0 and < double.PositiveInfinity and double seconds ? seconds : 0;
                    break;
            }
        }

        return new MethodAttributes
        {
            Prompt = prompt,
            PromptFile = file,
            SystemInstruction = instruction,
            Generation = generation,
            Tools = tools,
            Repair = repair,
            Include = include,
            BuiltInTools = builtIn,
            Embed = embed,
            Model = model,
            Safety = safety,
            Examples = examples,
            MaxAttempts = maxAttempts,
            TimeoutSeconds = timeoutSeconds,
        };
    }

    /// <summary>Reads what holds for a method of a contract.</summary>
    public static MethodAttributes Read(IMethodSymbol method, in MethodAttributes contract, INamedTypeSymbol contractType)
    {
        MethodAttributes own = Read(method);
        MethodAttributes inherited = SymbolEqualityComparer.Default.Equals(method.ContainingType, contractType) ? default : Read(method.ContainingType);
        return new MethodAttributes
        {
            Prompt = own.Prompt,
            PromptFile = own.PromptFile,
            IsInstructionOwn = own.SystemInstruction is not null,
            SystemInstruction = own.SystemInstruction ?? contract.SystemInstruction ?? inherited.SystemInstruction,
            Generation = own.Generation,
            Model = own.Model,
            Safety = own.Safety,
            InheritedSafety = inherited.Safety,
            Examples = own.Examples,
            BuiltInTools = own.BuiltInTools | contract.BuiltInTools | inherited.BuiltInTools,
            Embed = own.Embed,
            Tools = own.Tools ?? contract.Tools ?? inherited.Tools,
            Repair = own.Repair ?? contract.Repair ?? inherited.Repair,
            Include = own.Include ?? contract.Include ?? inherited.Include,
            InheritedGeneration = inherited.Generation,
            MaxAttempts = own.MaxAttempts > 0 ? own.MaxAttempts : contract.MaxAttempts > 0 ? contract.MaxAttempts : inherited.MaxAttempts,
            TimeoutSeconds = own.TimeoutSeconds > 0 ? own.TimeoutSeconds : contract.TimeoutSeconds > 0 ? contract.TimeoutSeconds : inherited.TimeoutSeconds,
        };
    }
}
