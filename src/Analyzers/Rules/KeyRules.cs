using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Finds the keys in a text and hands each to the one rule that tells about it.</summary>
/// <param name="model">The model of the file.</param>
/// <param name="options">The options of the project.</param>
/// <param name="report">Takes the findings.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class KeyRules(SemanticModel model, AnalyzerOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
{
    /// <summary>Reports every key in a text.</summary>
    /// <param name="text">The characters, folded.</param>
    /// <param name="host">The expression the text belongs to.</param>
    /// <param name="locate">Gives the place of a key; null when it is told elsewhere.</param>
    /// <returns>True when the text holds a key, told or not.</returns>
    public bool Check(string text, SyntaxNode host, Func<KeyMatch, Location?> locate)
    {
        Location? last = null;
        bool isFound = false;
        for (int start = 0; KeyShapes.TryFind(text, start, out KeyMatch match); start = match.End)
        {
            isFound = true;
            Location? location = locate(match);
            bool isNew = location is not null && !location.Equals(last) && !RuleOptions.IsTestKey(options, model.SyntaxTree, text.Substring(match.Start, match.Length));
            if (isNew && Judge(match, text, host, location!) is { } finding)
            {
                last = location;
                report(finding);
            }
        }

        if (!isFound && KeyReadings.TryDecode(text, out KeyMatch decoded, out KeyReading reading))
        {
            isFound = true;
            ReportEncoded(decoded, reading, text, host, locate(decoded));
        }

        return isFound;
    }

    /// <summary>Reports the key in a text that source gives as the codes of its characters.</summary>
    public void CheckCodes(string text, SyntaxNode array)
    {
        if (KeyReadings.TryFind(text, 0, out KeyMatch match, out KeyReading reading))
        {
            ReportEncoded(match, reading, text, array, array.GetLocation());
        }
    }

    private Diagnostic? Judge(KeyMatch match, string text, SyntaxNode host, Location location) => SignOf(match, text, host) switch
    {
        KeySign.Other => null,
        KeySign.None => match.Family == KeyFamilies.Standard ? UnknownGoogleKeyRule.Create(match, location) : null,
        _ when FallbackPositions.IsIn(host) => FallbackKeyRule.Create(match, location),
        _ => match.Family.Provider == KeyFamilies.Gemini ? GeminiKeyInSourceRule.Create(match, location) : ProviderKeyInSourceRule.Create(match, location),
    };

    // Whoever hides a key of the shape that all Google products share does not mean it to be public, unless a product's name says so.
    private void ReportEncoded(KeyMatch match, KeyReading reading, string text, SyntaxNode host, Location? location)
    {
        bool isModel = SignOf(match, text, host) is KeySign.Model || (match.Family == KeyFamilies.Standard && SignOf(match, text, host) is KeySign.None);
        if (location is not null && isModel)
        {
            report(EncodedKeyRule.Create(match, reading, location));
        }
    }

    private KeySign SignOf(KeyMatch match, string text, SyntaxNode host)
        => match.Family.IsStrong ? KeySign.Model : KeySigns.Near(match.Family, text, host, model, cancellationToken);
}
