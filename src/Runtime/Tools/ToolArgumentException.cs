using System.Diagnostics.CodeAnalysis;

namespace GeminiGen;

/// <summary>The model called a function with arguments it does not take: told to the model, and to who calls the function without one.</summary>
/// <param name="message">What is wrong, for the model.</param>
/// <param name="innerException">The cause.</param>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Seen by callers as an ArgumentException.")]
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Made in one place.")]
internal sealed class ToolArgumentException(string message, Exception? innerException = null) : ArgumentException(message, innerException);
