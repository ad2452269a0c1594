using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Finds the keys in a text and hands each to the rule that tells about it.</summary>
internal static class KeyRules
{
    /// <summary>Reports every key in a text.</summary>
    /// <param name="text">The characters, folded.</param>
    /// <param name="host">The expression the text belongs to.</param>
    /// <param name="locate">Gives the place of a part of the text; null when it stands elsewhere.</param>
    /// <param name="model">The model of the file.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static void Check(
        string text,
        SyntaxNode host,
        Func<KeyMatch, Location?> locate,
        SemanticModel model,
        Action<Diagnostic> report,
        CancellationToken cancellationToken)
    {
        Location? last = null;
        for (int start = 0; KeyShapes.TryFind(text, start, out KeyMatch match); start = match.End)
        {
            Location? location = locate(match);
            if (location is not null && !location.Equals(last) && (match.Family.IsStrong || KeySigns.AreNear(match.Family, text, host, model, cancellationToken)))
            {
                last = location;
                report(match.Family.Provider == KeyFamilies.Gemini ? GeminiKeyInSourceRule.Create(match, location) : ProviderKeyInSourceRule.Create(match, location));
            }
        }
    }
}
