using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GeminiGen.Testing.CompilerServices;

/// <summary>Answers the calls of fakes. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FakeCalls
{
    /// <summary>Tells how a contract's fake is made.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="create">Makes what implements it.</param>
    public static void Register<T>(Func<GeminiFake<T>, T> create)
        where T : class
        => FakeFactory<T>.Create = create;

    /// <summary>What the contract's own class is made with, to write prompts.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="fake">The fake.</param>
    /// <returns>A client that is never sent through.</returns>
    public static GeminiClient GetClient<T>(GeminiFake<T> fake)
        where T : class
        => Of(fake).Client;

    /// <summary>What the contract's own class finds histories in.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="fake">The fake.</param>
    /// <returns>The conversations.</returns>
    public static KeyedConversations GetConversations<T>(GeminiFake<T> fake)
        where T : class
        => Of(fake).Options.Conversations;

    /// <summary>What the contract's own class finds functions in.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="fake">The fake.</param>
    /// <returns>The services, or <see langword="null"/>.</returns>
    public static IServiceProvider? GetServices<T>(GeminiFake<T> fake)
        where T : class
        => Of(fake).Options.Services;

    /// <summary>Whether calls write their prompts.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <param name="fake">The fake.</param>
    /// <returns>Whether they do.</returns>
    public static bool RendersPrompts<T>(GeminiFake<T> fake)
        where T : class
        => Of(fake).Options.RendersPrompts;

    /// <summary>Starts a setup.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <typeparam name="TArguments">The arguments.</typeparam>
    /// <typeparam name="TAnswer">What it answers.</typeparam>
    /// <param name="fake">The fake.</param>
    /// <param name="method">The method.</param>
    /// <returns>The setup.</returns>
    public static FakeSetup<TArguments, TAnswer> On<T, TArguments, TAnswer>(GeminiFake<T> fake, FakeMethod<TArguments, TAnswer> method)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(method);
        FakeSetup<TArguments, TAnswer> setup = new();
        Of(fake).Add(method.Key, setup);
        return setup;
    }

    /// <summary>The calls of one method.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <typeparam name="TArguments">The arguments.</typeparam>
    /// <typeparam name="TAnswer">What it answers.</typeparam>
    /// <param name="fake">The fake.</param>
    /// <param name="method">The method.</param>
    /// <returns>The calls so far.</returns>
    public static IReadOnlyList<FakeCall<TArguments>> GetCalls<T, TArguments, TAnswer>(GeminiFake<T> fake, FakeMethod<TArguments, TAnswer> method)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(method);
        List<FakeCall<TArguments>> calls = [];
        foreach (FakeCall call in Of(fake).GetCalls())
        {
            // Of overloads the description of the method says which it is.
            if (call is FakeCall<TArguments> own && own.Key == method.Key)
            {
                calls.Add(own);
            }
        }

        return calls;
    }

    /// <summary>Answers a call.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    /// <typeparam name="TArguments">The arguments.</typeparam>
    /// <typeparam name="TAnswer">What it answers.</typeparam>
    /// <param name="fake">The fake.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="prompt">The prompt, or <see langword="null"/> when none is written.</param>
    /// <param name="conversation">The history the call belongs to, or <see langword="null"/>.</param>
    /// <param name="conversationKey">The key of the history the call belongs to, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">The call's token.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="UnansweredCallException">None was set.</exception>
    public static async Task<TAnswer> AnswerAsync<T, TArguments, TAnswer>(
        GeminiFake<T> fake, FakeMethod<TArguments, TAnswer> method, TArguments arguments, Task<RenderedPrompt>? prompt, Conversation? conversation, string? conversationKey, CancellationToken cancellationToken)
        where T : class
    {
        (FakeCall call, TAnswer answer) = await TakeAsync(Of(fake), method, arguments, prompt, cancellationToken).ConfigureAwait(false);
        await FakeHistory.AddAsync(Of(fake), conversation, conversationKey, call, answer, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    /// <summary>Answers a call with a result.</summary>
    /// <inheritdoc cref="AnswerAsync{T, TArguments, TAnswer}"/>
    public static async Task<PromptResult<TAnswer>> AnswerResultAsync<T, TArguments, TAnswer>(
        GeminiFake<T> fake, FakeMethod<TArguments, FakeAnswer<TAnswer>> method, TArguments arguments, Task<RenderedPrompt>? prompt, Conversation? conversation, string? conversationKey, CancellationToken cancellationToken)
        where T : class
    {
        (FakeCall call, FakeAnswer<TAnswer> answer) = await TakeAsync(Of(fake), method, arguments, prompt, cancellationToken).ConfigureAwait(false);
        PromptResult<TAnswer> result = answer.ToResult(call);
        if (result.Outcome == PromptOutcome.Complete)
        {
            await FakeHistory.AddAsync(Of(fake), conversation, conversationKey, call, result.Value, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>Answers a call with a stream. As with a real one, the call counts when the enumeration starts.</summary>
    /// <inheritdoc cref="AnswerAsync{T, TArguments, TAnswer}"/>
    /// <typeparam name="T">The contract.</typeparam>
    /// <typeparam name="TArguments">The arguments.</typeparam>
    /// <typeparam name="TItem">The item's type.</typeparam>
    public static PromptStream<TItem> Stream<T, TArguments, TItem>(
        GeminiFake<T> fake, FakeMethod<TArguments, FakeStream<TItem>> method, TArguments arguments, Task<RenderedPrompt>? prompt, Conversation? conversation, string? conversationKey, CancellationToken cancellationToken)
        where T : class
    {
        StreamEnd end = new();
        return new PromptStream<TItem>(EnumerateAsync(Of(fake), method, arguments, prompt, conversation, conversationKey, end, cancellationToken), () => end.Completion!);
    }

    private static async IAsyncEnumerable<TItem> EnumerateAsync<TArguments, TItem>(
        FakeState state,
        FakeMethod<TArguments, FakeStream<TItem>> method,
        TArguments arguments,
        Task<RenderedPrompt>? prompt,
        Conversation? conversation,
        string? conversationKey,
        StreamEnd end,
        CancellationToken methodToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? linked = methodToken.CanBeCanceled && cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(methodToken, cancellationToken)
            : null;
        CancellationToken token = linked?.Token ?? (cancellationToken.CanBeCanceled ? cancellationToken : methodToken);
        (FakeCall call, FakeStream<TItem> stream) = await TakeAsync(state, method, arguments, prompt, token).ConfigureAwait(false);
        List<TItem> given = [];
        await foreach (TItem item in stream.EnumerateAsync(state.Options.TimeProvider, token).ConfigureAwait(false))
        {
            given.Add(item);
            yield return item;
        }

        object answer = typeof(TItem) == typeof(string) ? string.Concat(given) : given;
        await FakeHistory.AddAsync(state, conversation, conversationKey, call, answer, token).ConfigureAwait(false);
        RenderedPrompt? asked = call.HasPrompt ? call.Prompt : null;
        end.Completion = stream.Completion ?? new PromptCompletion
        {
            FinishReason = FinishReason.Stop,
            Usage = FakeUsage.Of(asked, answer as string ?? ""),
            Model = asked?.Model ?? "",
            ModelVersion = asked?.Model,
        };
    }

    private static async ValueTask<(FakeCall Call, TAnswer Answer)> TakeAsync<TArguments, TAnswer>(
        FakeState state, FakeMethod<TArguments, TAnswer> method, TArguments arguments, Task<RenderedPrompt>? prompt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FakeCall<TArguments> call = new(method.Key, method.Name, method.Parameters, arguments, prompt is null ? null : await prompt.ConfigureAwait(false));
        state.Add(call);
        FakeSetup[] setups = state.GetSetups(method.Key);
        for (int i = setups.Length - 1; i >= 0; i--)
        {
            if (((FakeSetup<TArguments, TAnswer>)setups[i]).TryTake(arguments) is { } step)
            {
                call.IsAnswered = true;
                if (step.Delay > TimeSpan.Zero)
                {
                    await Task.Delay(step.Delay, state.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
                }

                return (call, await step.GetAsync(arguments, cancellationToken).ConfigureAwait(false));
            }
        }

        throw UnansweredCallException.Of(call, method.Setter, setups.Length);
    }

    private static FakeState Of<T>(GeminiFake<T> fake)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(fake);
        return fake.State;
    }

    /// <summary>What an enumeration leaves behind.</summary>
    private sealed class StreamEnd
    {
        internal PromptCompletion? Completion { get; set; }
    }
}
