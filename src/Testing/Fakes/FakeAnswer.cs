namespace GeminiGen.Testing;

/// <summary>Answers for methods that return <see cref="PromptResult{T}"/>, complete or not; and the faults of those, for all others.</summary>
public static class FakeAnswer
{
    /// <summary>A complete answer. Only types that are interfaces need it: every other value is one by itself.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The answer.</returns>
    public static FakeAnswer<T> Complete<T>(T value) => new(new PromptResult<T>(value), null, isWhole: false);

    /// <summary>An answer cut at the output limit.</summary>
    /// <param name="text">What arrived of it.</param>
    /// <returns>The answer.</returns>
    public static FakeOutcome Truncated(string text = "")
        => new(PromptOutcome.Truncated, new GeminiTruncatedException("The answer was cut at the output limit, as the test asks.") { FinishReason = FinishReason.MaxTokens, Text = text });

    /// <summary>A blocked answer.</summary>
    /// <param name="blockReason">Why the prompt was blocked, as in <c>SAFETY</c>; <see langword="null"/> when the answer was.</param>
    /// <returns>The answer.</returns>
    public static FakeOutcome Blocked(string? blockReason = null)
        => new(PromptOutcome.Blocked, new GeminiBlockedException("It was blocked, as the test asks.") { FinishReason = FinishReason.Safety, BlockReason = blockReason });

    /// <summary>An answer that repeats protected text.</summary>
    /// <returns>The answer.</returns>
    public static FakeOutcome Recited()
        => new(PromptOutcome.Recited, new GeminiRecitationException("The answer repeats protected text, as the test asks.") { FinishReason = FinishReason.Recitation });

    /// <summary>An answer without a word.</summary>
    /// <returns>The answer.</returns>
    public static FakeOutcome Empty()
        => new(PromptOutcome.Empty, new GeminiEmptyAnswerException("The answer is empty, as the test asks.") { FinishReason = FinishReason.Stop });

    /// <summary>An answer that is not JSON.</summary>
    /// <param name="text">The answer.</param>
    /// <returns>The answer.</returns>
    public static FakeOutcome Malformed(string text)
        => new(PromptOutcome.Malformed, new GeminiMalformedAnswerException("The answer is not JSON, as the test asks.") { FinishReason = FinishReason.Stop, Text = text });

    /// <summary>An answer that is JSON and does not fit the type.</summary>
    /// <param name="violations">What is wrong with it.</param>
    /// <returns>The answer.</returns>
    public static FakeOutcome Invalid(params PromptViolation[] violations)
        => new(PromptOutcome.Invalid, new GeminiInvalidAnswerException("The answer does not fit the type, as the test asks.") { FinishReason = FinishReason.Stop, Violations = violations });
}
