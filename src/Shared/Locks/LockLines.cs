namespace GeminiGen.Shared.Locks;

/// <summary>Texts as the prompt lock has them: a list of lines, the same whatever ends them in the sources.</summary>
internal static class LockLines
{
    private static readonly string[] Ends = ["\r\n", "\r", "\n", "\f", "\u0085", "\u2028", "\u2029"];

    /// <summary>Splits a text.</summary>
    public static string[] Split(string text) => text.Split(Ends, StringSplitOptions.None);
}
