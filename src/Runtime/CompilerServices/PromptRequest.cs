using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace GeminiGen.CompilerServices;

/// <summary>
/// One call's request body, in memory from the pool. It is the HTTP content itself, so that sending allocates no further object, and the same
/// bytes go out again on a retry.
/// </summary>
/// <remarks>
/// The memory returns to the pool when the call is over <em>and</em> no HTTP stack writes it any more: a server may answer (or a caller cancel)
/// while the body is still being sent, and memory reused by the next call would then reach the wrong request.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public class PromptRequest : HttpContent
{
    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json");

    // One for the call itself, one more for each SerializeToStreamAsync under way.
    private int _references = 1;

    /// <summary>Starts a request.</summary>
    /// <param name="client">The client that will send it.</param>
    /// <param name="method">The method called.</param>
    public PromptRequest(GeminiClient client, PromptMethod method)
        : this(client, method, new PooledUtf8Buffer())
    {
    }

    private PromptRequest(GeminiClient client, PromptMethod method, PooledUtf8Buffer body)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(method);
        Client = client;
        Method = method;
        Body = body;
        Headers.ContentType = JsonMediaType;
    }

    /// <summary>What the caller wants different from the contract, or <see langword="null"/>.</summary>
    public PromptOptions? Options { get; init; }

    /// <summary>The method called, as in <c>ISupportDesk.AnswerAsync</c>, for handlers that tell requests apart.</summary>
    public string MethodName => Method.ToString();

    internal GeminiClient Client { get; }

    internal PromptMethod Method { get; }

    /// <summary>The functions this call offers, or <see langword="null"/>.</summary>
    /// <exception cref="GeminiConfigurationException">Two of them have the same name.</exception>
    internal virtual PromptToolSet? Tools => Method.Tools;

    internal PooledUtf8Buffer Body { get; }

    /// <summary>Whether the answer is streamed.</summary>
    internal bool IsStreamed { get; set; }

    /// <summary>When the call started, by the client's clock, for calls that do something before their first request; <see langword="null"/> for all others.</summary>
    internal long? Started { get; set; }

    /// <summary>The method with the request's options, once it is worked out.</summary>
    internal PreparedMethod? Prepared { get; set; }

    /// <summary>What nobody can guess in the delimiters around untrusted values, drawn when the first one is written.</summary>
    internal string UntrustedDelimiter => field ??= UntrustedFence.Draw(Client.Settings.UntrustedDelimiter);

    /// <summary>Where the last turn starts in the body, the user's; 0 before any.</summary>
    internal int TurnStart { get; set; }

    /// <summary>
    /// The request that follows this one in the same call, with the same body to be changed: the same memory, unless a connection still reads it.
    /// A new object in any case, because HTTP contents remember their length, and their bytes once a handler has looked at them.
    /// </summary>
    /// <param name="next">The next request; this one cannot be sent any more.</param>
    /// <returns>Whether the memory has gone over to it; if not, this request is still to be released.</returns>
    internal bool TryHandOver(out PromptRequest next)
    {
        bool isFree = Interlocked.CompareExchange(ref _references, 0, 1) == 1;
        next = new PromptRequest(Client, Method, isFree ? Body : new PooledUtf8Buffer()) { Options = Options, Prepared = Prepared, IsStreamed = IsStreamed, MediaParts = MediaParts };
        if (!isFree)
        {
            next.Body.Append(Body.WrittenSpan);
        }

        return isFree;
    }

    /// <summary>The request's media with its places in <see cref="Body"/>; <see langword="null"/> for most requests.</summary>
    internal MediaParts? MediaParts { get; private set; }

    /// <summary>Puts media where the body ends now.</summary>
    internal void AddMedia(Media media) => (MediaParts ??= new MediaParts()).Add(media, Body.Length);

    /// <summary>Puts the media's bytes into the body itself.</summary>
    internal async Task WriteMediaIntoBodyAsync(CancellationToken cancellationToken)
    {
        using MemoryStream whole = new(checked((int)(Body.Length + MediaParts!.Length)));
        await MediaParts.WriteAsync(Body.WrittenMemory, whole, cancellationToken).ConfigureAwait(false);
        TurnStart += (int)MediaParts.GetLengthBefore(TurnStart);
        MediaParts = null;
        Body.Truncate(0);
        Body.Append(whole.GetBuffer().AsSpan(0, (int)whole.Length));
    }

    /// <summary>Ends the call's own claim to the memory. Called once, by who runs the call.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            Body.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Acquire();
        try
        {
            await WriteAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = Body.Length + (MediaParts?.Length ?? 0);
        return true;
    }

    /// <summary>Does nothing: HTTP stacks dispose what they sent, but a retry sends it again. <see cref="Release"/> ends its life.</summary>
    /// <param name="disposing">Ignored.</param>
    [SuppressMessage("Usage", "CA2215:Dispose methods should call base class dispose", Justification = "The base would refuse to send again.")]
    protected override void Dispose(bool disposing)
    {
    }

    private ValueTask WriteAsync(Stream stream, CancellationToken cancellationToken) => MediaParts is null
        ? stream.WriteAsync(Body.WrittenMemory, cancellationToken)
        : MediaParts.WriteAsync(Body.WrittenMemory, stream, cancellationToken);

    private void Acquire()
    {
        int references = Volatile.Read(ref _references);
        while (references > 0)
        {
            int seen = Interlocked.CompareExchange(ref _references, references + 1, references);
            if (seen == references)
            {
                return;
            }

            references = seen;
        }

        throw new ObjectDisposedException(nameof(PromptRequest), "The call this request belongs to is over; it cannot be sent again.");
    }
}
