using System.Globalization;

namespace GeminiGen.Analyzers.Options;

/// <summary>An option of a rule: an editorconfig key <c>dotnet_code_quality.GGxxxx.name</c>.</summary>
/// <param name="Name">The id of the rule and the option's name.</param>
/// <param name="Expected">What its value may be, in words.</param>
/// <param name="Accepts">Whether a text may be its value.</param>
internal sealed record RuleOption(string Name, string Expected, Func<string, bool> Accepts)
{
    /// <summary>Every option whose value can be wrong. Rules read theirs through <see cref="RuleOptions"/>, which takes the default for whatever is not accepted here.</summary>
    public static readonly RuleOption[] All =
    [
        new("GG1004.skip", "'true' or 'false'", static value => bool.TryParse(value, out _)),
        new("GG3005.share", "a number above 0 and at most 100", static value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is > 0 and <= 100),
    ];

    /// <summary>The whole key.</summary>
    public string Key => "dotnet_code_quality." + Name;
}
