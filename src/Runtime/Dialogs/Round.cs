namespace GeminiGen;

/// <summary>One response of a call that may need several requests.</summary>
/// <param name="body">The response's body; disposed with the round.</param>
/// <param name="fields">What is read of it.</param>
/// <param name="progress">The attempts it took.</param>
/// <param name="response">The response; only its head is looked at any more.</param>
internal sealed class Round(PooledUtf8Buffer body, AnswerFields fields, CallProgress progress, HttpResponseMessage response) : IDisposable
{
    internal PooledUtf8Buffer Body => body;

    internal AnswerFields Fields { get; } = fields;

    internal CallProgress Progress => progress;

    internal HttpResponseMessage Response => response;

    public void Dispose() => body.Dispose();
}
