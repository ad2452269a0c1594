using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>What is known of a contract's method at compile time. Generated code holds one instance a method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptMethod
{
    private readonly byte[] _settings;

    /// <summary>Describes a method.</summary>
    /// <param name="contract">The interface's full name as C# writes it, without <c>global::</c>.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="model">The model named by the contract, or <see langword="null"/>.</param>
    /// <param name="settings">Members of <c>generationConfig</c> as JSON without braces; empty when there are none.</param>
    /// <param name="thinkingLevel">The level asked for, or <see langword="null"/>.</param>
    /// <param name="thinkingBudget">The budget asked for in tokens, or <see langword="null"/>.</param>
    /// <param name="schema">The schema of a typed answer, or <see langword="null"/> for text.</param>
    /// <param name="maxAttempts">The most attempts, or 0 for the options' value.</param>
    /// <param name="timeoutSeconds">The call's limit in seconds, or 0 for the options' value.</param>
    public PromptMethod(
        string contract,
        string name,
        string? model,
        ReadOnlySpan<byte> settings,
        ThinkingLevel? thinkingLevel,
        int? thinkingBudget,
        PromptSchema? schema,
        int maxAttempts,
        double timeoutSeconds)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(name);
        ContractFullName = contract;
        Contract = contract[(contract.LastIndexOf('.') + 1)..];
        Name = name;
        Model = model;
        _settings = settings.ToArray();
        ThinkingLevel = thinkingLevel;
        ThinkingBudget = thinkingBudget;
        Schema = schema;
        MaxAttempts = maxAttempts;
        TimeoutSeconds = timeoutSeconds;
    }

    /// <summary>The model named by the method itself, or <see langword="null"/>.</summary>
    public string? OwnModel { get; init; }

    /// <summary>The safety settings, each category once.</summary>
    public IReadOnlyList<SafetySetting> Safety { get; init; } = [];

    /// <summary>The functions the model may call, or <see langword="null"/>.</summary>
    public PromptToolSet? Tools { get; init; }

    /// <summary>The tools the API itself runs.</summary>
    public PromptBuiltInTools BuiltInTools { get; init; }

    /// <summary>How often the model is asked again when its answer does not fit; 0 for never.</summary>
    public int MaxRepairs { get; init; }

    /// <summary>Whether the model is to tell its thoughts.</summary>
    public bool IncludesThoughts { get; init; }

    /// <summary>Whether results hold the response as it came.</summary>
    public bool KeepsResponse { get; init; }

    /// <summary>The API's method where the contract's method is no prompt, as <c>embedContent</c>; <see langword="null"/> for prompts. Its settings are then the members of a request.</summary>
    public string? ApiMethod { get; init; }

    /// <summary>Whether the model is the method's own, so that another one for the contract does not replace it.</summary>
    public bool HasOwnModel { get; init; }

    /// <summary>The models the contract's project knows better than the package's catalogue, or <see langword="null"/>.</summary>
    public PromptModels? Models { get; init; }

    /// <summary>The interface's full name, the key of <see cref="GeminiOptions.Models"/> that wins.</summary>
    internal string ContractFullName { get; }

    /// <summary>The interface's own name, by which people know it.</summary>
    internal string Contract { get; }

    internal string Name { get; }

    internal string? Model { get; }

    internal ReadOnlySpan<byte> Settings => _settings;

    internal ThinkingLevel? ThinkingLevel { get; }

    internal int? ThinkingBudget { get; }

    internal PromptSchema? Schema { get; }

    internal int MaxAttempts { get; }

    internal double TimeoutSeconds { get; }

    /// <summary>The method as people know it, <c>Contract.Name</c>.</summary>
    /// <returns>The contract's and the method's name.</returns>
    public override string ToString() => Contract + "." + Name;
}
