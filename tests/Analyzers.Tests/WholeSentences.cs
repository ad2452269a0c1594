using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests;

/// <summary>Holds that a message is one language's from its beginning to its end: what a parser has to say is translated like the sentence it goes into.</summary>
internal static partial class WholeSentences
{
    private static readonly CultureInfo Chinese = new("zh-Hans");

    /// <summary>Fails where English is left over, outside of what source and API call their things.</summary>
    public static void AssertInChinese(Diagnostic finding)
    {
        string message = finding.GetMessage(Chinese);
        Assert.False(EnglishWords().IsMatch(Names().Replace(message, "")), $"{finding.Id} is not all Chinese: {message}\n{finding.GetMessage(CultureInfo.InvariantCulture)}");
    }

    // Quotes, brackets, tags of templates, generic types, and words of C#.
    [GeneratedRegex(@"“[^”]*”|'[^']*'|\[[^\]]*\]|\{\{.*?\}\}|<[^>]*>|（[^）]*）|\b(?:async void|JSON Schema)\b|\S+\.\S+|typeof\(…\)")]
    private static partial Regex Names();

    // Two in a row; one alone may well be a name.
    [GeneratedRegex("[A-Za-z]{2,} [A-Za-z]{2,}")]
    private static partial Regex EnglishWords();
}
