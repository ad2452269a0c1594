using System.Globalization;
using System.Resources;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Texts;

/// <summary>
/// A text of a rule: the English one, which stands beside the rule, or its translation in the compiler's language. Translations are found by the English text, so one that
/// was made for an older text is never shown.
/// </summary>
/// <param name="english">The text as written.</param>
internal sealed class RuleText(string english) : LocalizableString
{
    private static readonly ResourceManager Translations = new(typeof(RuleText).Namespace + ".RuleTexts", typeof(RuleText).Assembly);

    private readonly string _english = english;

    /// <inheritdoc/>
    protected override string GetText(IFormatProvider? formatProvider) => Translations.GetString(_english, formatProvider as CultureInfo) ?? _english;

    /// <inheritdoc/>
    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(_english);

    /// <inheritdoc/>
    protected override bool AreEqual(object? other) => other is RuleText text && text._english == _english;
}
