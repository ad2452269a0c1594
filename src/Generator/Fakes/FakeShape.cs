namespace GeminiGen.Generator.Fakes;

/// <summary>What a faked method hands back.</summary>
internal enum FakeShape
{
    /// <summary>A task of the answer.</summary>
    Value,

    /// <summary>A task of a <c>PromptResult</c>.</summary>
    Result,

    /// <summary>A stream.</summary>
    Stream,
}
