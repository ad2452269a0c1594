namespace GeminiGen.Testing;

/// <summary>An answer that is not complete, whatever its type. Made by <see cref="FakeAnswer"/>.</summary>
public sealed class FakeOutcome
{
    internal FakeOutcome(PromptOutcome outcome, GeminiAnswerException error)
    {
        Outcome = outcome;
        Error = error;
    }

    /// <summary>What became of the answer.</summary>
    public PromptOutcome Outcome { get; }

    /// <summary>What its value throws.</summary>
    public GeminiAnswerException Error { get; }
}
