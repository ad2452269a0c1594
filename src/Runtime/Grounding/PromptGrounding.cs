namespace GeminiGen;

/// <summary>What an answer rests on beside the prompt: sources found, pages read, code run.</summary>
public sealed class PromptGrounding
{
    /// <summary>The sources found by search, in the API's order.</summary>
    public IReadOnlyList<GroundingSource> Sources { get; init; } = [];

    /// <summary>Which part of the answer rests on which sources.</summary>
    public IReadOnlyList<GroundingSupport> Supports { get; init; } = [];

    /// <summary>What was searched for.</summary>
    public IReadOnlyList<string> SearchQueries { get; init; } = [];

    /// <summary>
    /// HTML that leads to the search; <see langword="null"/> when there was none. Google's terms ask that it is shown wherever an answer from a search is.
    /// </summary>
    public string? SearchEntryPoint { get; init; }

    /// <summary>The pages the model asked for, read or not.</summary>
    public IReadOnlyList<RetrievedUrl> Urls { get; init; } = [];

    /// <summary>The code that was run, oldest first.</summary>
    public IReadOnlyList<ExecutedCode> Code { get; init; } = [];
}
