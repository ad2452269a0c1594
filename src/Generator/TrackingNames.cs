namespace GeminiGen.Generator;

/// <summary>The names of the pipeline's steps, for the tests that assert what a step did.</summary>
internal static class TrackingNames
{
    /// <summary>One <see cref="PromptInterfaceModel"/> per contract.</summary>
    public const string Model = nameof(Model);

    /// <summary>One <see cref="SnapshotModel"/> per snapshot.</summary>
    public const string Snapshot = nameof(Snapshot);

    /// <summary>One <see cref="ToolSetClassModel"/> per class of functions.</summary>
    public const string ToolSet = nameof(ToolSet);

    /// <summary>A class of functions together with the facts: what is emitted.</summary>
    public const string ToolSetOutput = nameof(ToolSetOutput);

    /// <summary>What the project's own catalogue says.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>The facts about the compilation that shape the output.</summary>
    public const string Options = nameof(Options);

    /// <summary>The prompt files of the project, each read once.</summary>
    public const string Files = nameof(Files);

    /// <summary>A contract with what its prompt files say.</summary>
    public const string Bound = nameof(Bound);

    /// <summary>A contract together with the facts: what is emitted.</summary>
    public const string Output = nameof(Output);

    /// <summary>One <see cref="Fakes.FakeModel"/> per call that asks for a fake.</summary>
    public const string Fake = nameof(Fake);

    /// <summary>One fake per contract, with what is generated for the contract: what is emitted.</summary>
    public const string FakeOutput = nameof(FakeOutput);
}
