namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>The property of a library's options that turns its retry on and off, to a number or to an object made with one.</summary>
/// <param name="Property">The name of the property.</param>
/// <param name="Count">The name of the number on the object it is set to; null where it is the number itself, or the object's first argument.</param>
/// <param name="Off">The highest number that means no repetition.</param>
internal sealed record RetrySwitch(string Property, string? Count, int Off);
