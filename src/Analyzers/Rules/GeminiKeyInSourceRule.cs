using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1001: a Gemini key stands in the source.</summary>
internal static class GeminiKeyInSourceRule
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
            if (location is not null && !location.Equals(last) && (match.Shape.IsStrong || GeminiSigns.AreNear(text, host, model, cancellationToken)))
            {
                last = location;
                report(Create(match, location));
            }
        }
    }

    // The message gives family, length and prefix. The rest of the key appears nowhere.
    private static Diagnostic Create(KeyMatch match, Location location)
        => Diagnostic.Create(Descriptors.GeminiKeyInSource, location, ImmutableDictionary<string, string?>.Empty, match.Shape.Name, match.Length, match.Shape.Prefix);
}
