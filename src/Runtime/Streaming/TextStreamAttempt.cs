using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>One attempt at a stream: up to its first text, after which nothing is repeated.</summary>
internal readonly struct TextStreamAttempt(IGeminiTransport transport, ClientSettings settings, Dialog? dialog = null) : IAttempt<TextStreamSession>
{
    public async ValueTask<TextStreamSession> RunAsync(PromptRequest request, PreparedMethod method, CallProgress progress, CancellationToken cancellationToken)
    {
        TextStreamSession session = new(method, settings, progress, dialog, cancellationToken);
        try
        {
            await session.OpenAsync(transport, request).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public TextStreamSession Finish(Round last, in AnswerContext context) => throw new InvalidOperationException("A stream is no round.");
}
