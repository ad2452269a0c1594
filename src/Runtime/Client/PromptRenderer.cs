using System.Text;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Puts a request together as far as that goes without a key and without the network.</summary>
/// <param name="methods">Knows what each method needs.</param>
internal sealed class PromptRenderer(MethodPreparer methods)
{
    /// <summary>Renders a request. It is released, and cannot be sent any more.</summary>
    internal async Task<RenderedPrompt> RenderAsync(PromptRequest request, bool isStreamed, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            CallShape shape = methods.Describe(request, isStreamed);
            if (request.MediaParts is { } media)
            {
                await DescribeAsync(media, request.Body, cancellationToken).ConfigureAwait(false);
            }

            if (request is DialogRequest dialog && HeldConversation.Of(dialog) is { } history)
            {
                // Looked at, not held: a rendering waits for no call.
                using (history)
                {
                    await history.LoadAsync(cancellationToken).ConfigureAwait(false);
                    Dialog.Insert(request.Body, request.TurnStart, history.Conversation.Snapshot());
                }
            }

            request.Body.Append(shape.Tail);
            return new RenderedPrompt(shape.Model, Encoding.UTF8.GetString(request.Body.WrittenSpan));
        }
        finally
        {
            request.Release();
        }
    }

    /// <summary>Puts what media is in the place of its bytes; from behind, so that offsets before stay right.</summary>
    private static async ValueTask DescribeAsync(MediaParts media, PooledUtf8Buffer body, CancellationToken cancellationToken)
    {
        foreach (MediaPart part in media.All)
        {
            if (part.Media.Source is { } source)
            {
                await source.LoadAsync(cancellationToken).ConfigureAwait(false);
            }

            part.Media.ThrowIfUnusable();
        }

        for (int i = media.All.Count - 1; i >= 0; i--)
        {
            body.Insert(media.All[i].Offset, Encoding.UTF8.GetBytes(media.All[i].ToPreview()));
        }
    }
}
