namespace GeminiGen;

/// <summary>How likely the API's filters find it that a prompt or an answer does harm of one category. Open sets: words the API adds arrive as they were sent.</summary>
/// <param name="Category">The category, as in <c>HARM_CATEGORY_HARASSMENT</c>.</param>
/// <param name="Probability">The probability: <c>NEGLIGIBLE</c>, <c>LOW</c>, <c>MEDIUM</c> or <c>HIGH</c>.</param>
/// <param name="IsBlocked">Whether the content was blocked because of it, where the API says so.</param>
public sealed record SafetyRating(string Category, string Probability, bool IsBlocked = false);
