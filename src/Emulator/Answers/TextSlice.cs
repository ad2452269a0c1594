namespace GeminiGen.Emulator.Answers;

/// <summary>Cuts text without splitting a surrogate pair.</summary>
internal static class TextSlice
{
    public static string Prefix(string text, int length) => text[..SafeEnd(text, Math.Min(length, text.Length))];

    /// <summary>The same index, or the one before when it lies inside a pair.</summary>
    public static int SafeEnd(string text, int index) =>
        index > 0 && index < text.Length && char.IsHighSurrogate(text[index - 1]) && char.IsLowSurrogate(text[index]) ? index - 1 : index;
}
