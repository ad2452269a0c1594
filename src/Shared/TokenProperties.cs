namespace GeminiGen;

/// <summary>The keys of what GG2008 hands to its fixer.</summary>
internal static class TokenProperties
{
    /// <summary>The token that is at hand.</summary>
    public const string Token = nameof(Token);

    /// <summary>The parameter that takes it.</summary>
    public const string Parameter = nameof(Parameter);

    /// <summary>Present when the argument has to name the parameter.</summary>
    public const string IsNamed = nameof(IsNamed);
}
