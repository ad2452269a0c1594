namespace GeminiGen;

/// <summary>The prompt or the answer was blocked.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiBlockedException(string message, Exception? innerException = null) : GeminiAnswerException(message, innerException)
{
    /// <summary>Why the prompt was blocked, as in <c>SAFETY</c>, or <see langword="null"/> when the answer was.</summary>
    public string? BlockReason { get; init; }

    /// <summary>What the API's filters found, category by category; empty when it was not told.</summary>
    public IReadOnlyList<SafetyRating> SafetyRatings { get; init; } = [];

    /// <summary>
    /// The category of harm it was blocked for, as in <c>HARM_CATEGORY_HARASSMENT</c>: the one the API marks as blocked, else the one it finds the likeliest.
    /// <see langword="null"/> when the API names none, or finds none likelier than <c>NEGLIGIBLE</c>.
    /// </summary>
    public string? Category => FindCategory(SafetyRatings);

    internal static string? FindCategory(IReadOnlyList<SafetyRating> ratings)
        => (ratings.FirstOrDefault(static rating => rating.IsBlocked) ?? ratings.Where(static rating => RankOf(rating) > 0).MaxBy(RankOf))?.Category;

    private static int RankOf(SafetyRating rating) => rating.Probability switch
    {
        "LOW" => 1,
        "MEDIUM" => 2,
        "HIGH" => 3,
        _ => 0,
    };
}
