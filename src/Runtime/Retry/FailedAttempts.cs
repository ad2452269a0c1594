namespace GeminiGen;

/// <summary>The failed attempts at one thing. Each error is told its number and the errors before it.</summary>
internal sealed class FailedAttempts
{
    private readonly List<GeminiException> _errors = [];

    /// <summary>The errors, oldest first.</summary>
    internal IReadOnlyList<GeminiException> Errors => _errors;

    internal int Count => _errors.Count;

    /// <summary>Notes an error, on itself too: whoever catches it sees what came before.</summary>
    internal void Add(GeminiException error)
    {
        error.Attempts = _errors.Count + 1;
        error.AttemptErrors = _errors.Count == 0 ? [] : [.. _errors];
        _errors.Add(error);
    }

    /// <summary>Forgets them: what follows is another thing.</summary>
    internal void Clear() => _errors.Clear();
}
