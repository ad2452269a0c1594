namespace GeminiGen;

/// <summary>Where a text holds something of a key's shape.</summary>
/// <param name="Family">The family.</param>
/// <param name="Start">First character of the key.</param>
/// <param name="Length">Length of the key in characters.</param>
internal readonly record struct KeyMatch(KeyFamily Family, int Start, int Length)
{
    /// <summary>The position behind the key's last character.</summary>
    public int End => Start + Length;
}
