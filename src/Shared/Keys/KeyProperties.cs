namespace GeminiGen;

/// <summary>The names of what findings about keys carry for their fixes. No value of a key is among it.</summary>
internal static class KeyProperties
{
    /// <summary>Whose key it is, as <see cref="KeyFamily.Provider"/>; absent where that is not known.</summary>
    public const string Provider = nameof(Provider);
}
