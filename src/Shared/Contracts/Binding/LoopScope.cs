namespace GeminiGen;

/// <summary>A loop whose body is being bound.</summary>
/// <param name="variable">The item's name.</param>
/// <param name="number">The loop's number.</param>
/// <param name="itemType">The items' type.</param>
/// <param name="isUntrusted">Whether the items are untrusted.</param>
internal sealed class LoopScope(string variable, int number, int itemType, bool isUntrusted)
{
    /// <summary>The item's name.</summary>
    public string Variable => variable;

    /// <summary>The loop's number.</summary>
    public int Number => number;

    /// <summary>The items' type.</summary>
    public int ItemType => itemType;

    /// <summary>Whether the items are untrusted.</summary>
    public bool IsUntrusted => isUntrusted;

    /// <summary>Whether anything asked which item is at hand.</summary>
    public bool IsCounted { get; set; }
}
