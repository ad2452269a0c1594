using System.Text.Json.Serialization.Metadata;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>A stream of the elements of an answer.</summary>
/// <param name="request">The written request.</param>
/// <param name="typeInfo">How to read an element.</param>
/// <param name="cancellationToken">The token given to the method.</param>
/// <typeparam name="T">The element's type.</typeparam>
internal sealed class ItemStreamSource<T>(PromptRequest request, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken) : PromptStreamSource<T>
{
    private readonly CancellationToken _methodToken = cancellationToken;

    internal override IAsyncEnumerator<T> EnumerateAsync(CancellationToken cancellationToken)
        => new ItemStreamEnumerator<T>(this, request, typeInfo, _methodToken, cancellationToken);
}
