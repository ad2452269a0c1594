namespace GeminiGen;

/// <summary>Where a text holds something of a key's shape.</summary>
/// <param name="Family">The family.</param>
/// <param name="Start">First character of the key.</param>
/// <param name="Length">How many characters of the text it takes.</param>
internal readonly record struct KeyMatch(KeyFamily Family, int Start, int Length)
{
    /// <summary>The length of the key itself, which differs from that of its place where the text is a code for it.</summary>
    public int KeyLength { get; init; } = Length;

    /// <summary>The position behind the key's last character.</summary>
    public int End => Start + Length;
}
