namespace GeminiGen.Cli;

/// <summary>Why a lock can be neither written nor compared, in words for whoever runs the tool.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
internal sealed class LockException(string message) : Exception(message);
