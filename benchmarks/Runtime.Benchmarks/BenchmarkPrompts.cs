namespace GeminiGen.Benchmarks;

/// <summary>The prompts and arguments that every client under test sends.</summary>
internal static class BenchmarkPrompts
{
    internal const string Instruction = "You summarise documents for busy readers. Be exact, never invent a number.";

    /// <summary>A document of about 1,000 characters with the usual quotes, line breaks and a few letters beyond ASCII.</summary>
    internal static readonly string Document = string.Concat(Enumerable.Repeat(
        "The third quarter closed at 12.8 million, \"a little above plan\". Renewals grew; new business stayed flat — two projects were late.\n", 8));

    /// <summary>Ten exchanges of two short texts each, the user's first.</summary>
    internal static readonly string[] History = [.. Enumerable.Range(0, 20).Select(static i => $"Turn {i}: {Document[..120]}")];

    /// <summary>The same text repeated to 1,048,576 characters.</summary>
    internal static readonly string LargeDocument = string.Concat(Enumerable.Repeat(Document, (1_048_576 / Document.Length) + 1))[..1_048_576];
}
