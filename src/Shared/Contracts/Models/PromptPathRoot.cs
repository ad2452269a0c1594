namespace GeminiGen;

/// <summary>What a value of a prompt starts at.</summary>
internal enum PromptPathRoot
{
    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>The item at hand of a loop.</summary>
    Item,

    /// <summary>How many items of a loop came before.</summary>
    Index,

    /// <summary>The place of the item at hand, from 1.</summary>
    Number,
}
