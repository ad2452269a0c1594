using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>A stream of text from the API.</summary>
/// <param name="request">The written request.</param>
/// <param name="cancellationToken">The token given to the method.</param>
internal sealed class TextStreamSource(PromptRequest request, CancellationToken cancellationToken) : PromptStreamSource<string>
{
    private readonly CancellationToken _methodToken = cancellationToken;

    internal override IAsyncEnumerator<string> EnumerateAsync(CancellationToken cancellationToken)
        => new TextStreamEnumerator(this, request, _methodToken, cancellationToken);
}
