namespace GeminiGen;

/// <summary>A stretch of a prompt.</summary>
internal abstract record PromptNode
{
    /// <summary>Constant text.</summary>
    /// <param name="Content">The text as it is sent.</param>
    internal sealed record Text(string Content) : PromptNode;

    /// <summary>A value.</summary>
    /// <param name="Path">Where it comes from.</param>
    /// <param name="Format">Its .NET format, or null.</param>
    /// <param name="Alignment">The least number of characters, padded in front; behind when negative; 0 for none.</param>
    internal sealed record Value(PromptPath Path, string? Format, int Alignment) : PromptNode;

    /// <summary>A value of the method's answer, as the JSON of it: an example.</summary>
    /// <param name="Path">Where it comes from.</param>
    internal sealed record Answer(PromptPath Path) : PromptNode;

    /// <summary>What is written when a condition holds, and what when not.</summary>
    /// <param name="Test">How the condition is asked.</param>
    /// <param name="Path">What is asked.</param>
    /// <param name="IsNegated">Whether the answer is turned round.</param>
    /// <param name="Then">What is written when it holds.</param>
    /// <param name="Else">What is written when it does not.</param>
    internal sealed record Condition(
        PromptTest Test,
        PromptPath Path,
        bool IsNegated,
        EquatableArray<PromptNode> Then,
        EquatableArray<PromptNode> Else) : PromptNode;

    /// <summary>What is written for each item.</summary>
    /// <param name="Items">What is gone through.</param>
    /// <param name="Variable">The item's name in the template.</param>
    /// <param name="Number">A number of its own among the loops of the template.</param>
    /// <param name="IsCounted">Whether anything asks which item is at hand.</param>
    /// <param name="Body">What is written for each; turns, each with its text behind it, where it begins with one.</param>
    /// <param name="Separator">What is written between two.</param>
    /// <param name="Empty">What is written when there is none.</param>
    internal sealed record Loop(
        PromptPath Items,
        string Variable,
        int Number,
        bool IsCounted,
        EquatableArray<PromptNode> Body,
        EquatableArray<PromptNode> Separator,
        EquatableArray<PromptNode> Empty) : PromptNode
    {
        /// <summary>Whether each item gives whole turns.</summary>
        public bool HoldsTurns => Body.Count > 0 && Body[0] is Turn;
    }

    /// <summary>The start of a turn. A prompt that does not begin with one is the user's.</summary>
    /// <param name="IsModel">Whether the model speaks in it.</param>
    internal sealed record Turn(bool IsModel) : PromptNode;
}
