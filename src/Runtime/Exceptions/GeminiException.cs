using System.Text;

namespace GeminiGen;

/// <summary>The base of everything a call throws, except <see cref="OperationCanceledException"/>, which means that the caller cancelled.</summary>
/// <remarks>
/// Messages name cause and cure. They never hold an API key, nor prompt text. <see cref="Exception.InnerException"/> is the direct cause of this failure: the
/// cancellation by which a time limit ended the request, the network's error, the serializer's. A failure that no exception caused, such as an error status of the
/// API or a cut answer, has none. Attempts that failed before are never the cause of the last one; <see cref="AttemptErrors"/> holds them.
/// </remarks>
/// <param name="message">What happened and what to do.</param>
/// <param name="innerException">The direct cause, if another exception is.</param>
public abstract class GeminiException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What happened, what to do, how often it was tried if more than once, and why no more often if the server's wait was the reason.</summary>
    public override string Message
    {
        get
        {
            string tried = Attempts > 1 ? FormattableString.Invariant($"{base.Message} Tried {Attempts} times.") : base.Message;
            return WhyNotRepeated is null ? tried : $"{tried} {WhyNotRepeated}";
        }
    }

    /// <summary>How many attempts the call took; 0 when nothing was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The errors of the attempts before the last one, oldest first.</summary>
    public IReadOnlyList<GeminiException> AttemptErrors { get; internal set; } = [];

    /// <summary>Why the call was not tried again although that may help; null when it was, or when nothing stood against it but the number of attempts.</summary>
    internal string? WhyNotRepeated { get; set; }

    /// <summary>Whether and when trying again may help.</summary>
    internal RetryHint Retry { get; init; }

    /// <summary>The error with its inner exceptions and stack trace, and what the attempts before ended with.</summary>
    /// <returns>All of it as text.</returns>
    public override string ToString()
    {
        string text = base.ToString();
        if (AttemptErrors.Count == 0)
        {
            return text;
        }

        StringBuilder builder = new(text);
        foreach (GeminiException error in AttemptErrors)
        {
            builder.AppendLine().Append(System.Globalization.CultureInfo.InvariantCulture, $"   Attempt {error.Attempts}: {error.GetType()}: {error.Message}");
        }

        return builder.ToString();
    }
}
