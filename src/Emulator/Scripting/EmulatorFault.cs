using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Scripting;

/// <summary>
/// Something that shall happen to a call instead of, or on the way to, its normal answer. Immutable; made by the static members and
/// refined by the others, for example <c>EmulatorFault.Unavailable().Times(2)</c>.
/// </summary>
public sealed partial record EmulatorFault
{
    private EmulatorFault()
    {
    }

    /// <summary>No fault: the call is answered normally. For scripts such as "fail, pass, fail".</summary>
    public static EmulatorFault None { get; } = new();

    internal ApiError? Error { get; private init; }

    internal bool IsInArray { get; private init; }

    internal int? ErrorAfterChunks { get; private init; }

    internal TimeSpan Delay { get; private init; }

    internal bool IsSilent { get; private init; }

    internal int? CutAfterChunks { get; private init; }

    internal StreamCut Cut { get; private init; }

    internal Func<ModelAnswer, ModelAnswer>? Reshape { get; private init; }

    internal int Calls { get; private init; } = 1;

    internal int Hops { get; private init; } = 1;

    /// <summary>429: the quota of this minute is used up, with <c>QuotaFailure</c> and <c>RetryInfo</c>.</summary>
    /// <param name="retryAfter">The <c>retryDelay</c> told; null for 34.074824224 s.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault QuotaPerMinute(TimeSpan? retryAfter = null) =>
        new() { Error = ApiErrors.QuotaPerMinute(retryAfter ?? TimeSpan.FromTicks(340_748_242)) };

    /// <summary>429: the quota of this day is used up. It carries a short <c>RetryInfo</c>, as the API's does, that must not be believed.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault QuotaPerDay() => new() { Error = ApiErrors.QuotaPerDay(TimeSpan.FromSeconds(38)) };

    /// <summary>500 INTERNAL.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault InternalError() => new() { Error = ApiErrors.Internal() };

    /// <summary>503 UNAVAILABLE: the model is overloaded.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault Unavailable() => new() { Error = ApiErrors.Unavailable() };

    /// <summary>Any other error of the API.</summary>
    /// <param name="code">The HTTP status, 400 to 599.</param>
    /// <param name="status">The canonical name, for example <c>FAILED_PRECONDITION</c>.</param>
    /// <param name="message">The text for people.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is no error status.</exception>
    public static EmulatorFault ApiFailure(int code, string status, string message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 599);
        return new EmulatorFault { Error = new ApiError(code, status, message) };
    }

    /// <summary>The normal answer, late.</summary>
    /// <param name="delay">How long nothing is sent, by the emulator's clock.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault Slow(TimeSpan delay) => new() { Delay = delay };

    /// <summary>No answer at all: not even a status, until the client gives up.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault NeverAnswers() => new() { IsSilent = true };

    /// <summary>The stream's connection breaks.</summary>
    /// <param name="afterChunks">How many chunks arrive before; at least 0. A stream with fewer ends before its last.</param>
    /// <returns>The fault. Calls that do not stream are answered normally.</returns>
    public static EmulatorFault CutStream(int afterChunks = 1) => StreamFault(afterChunks, StreamCut.Broken);

    /// <summary>The stream ends in good order, but before the chunk that says why.</summary>
    /// <param name="afterChunks">How many chunks arrive before; at least 0. A stream with fewer ends before its last.</param>
    /// <returns>The fault. Calls that do not stream are answered normally.</returns>
    public static EmulatorFault EndStreamEarly(int afterChunks = 1) => StreamFault(afterChunks, StreamCut.Ended);

    /// <summary>The stream stays open and sends nothing more.</summary>
    /// <param name="afterChunks">How many chunks arrive before; at least 0. A stream with fewer stalls before its last.</param>
    /// <returns>The fault. Calls that do not stream are answered normally.</returns>
    public static EmulatorFault StallStream(int afterChunks = 1) => StreamFault(afterChunks, StreamCut.Stalled);

    /// <summary>The prompt is blocked: <c>promptFeedback</c> and no candidates.</summary>
    /// <param name="reason">The <c>blockReason</c>.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault BlockedPrompt(string reason = "SAFETY") => new() { Reshape = answer => AnswerShapes.Blocked(answer, reason) };

    /// <summary>The answer is withheld: a candidate without content.</summary>
    /// <param name="finishReason">The <c>finishReason</c>, for example SAFETY, RECITATION or PROHIBITED_CONTENT.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault Withheld(string finishReason = "SAFETY") => new() { Reshape = answer => AnswerShapes.Withheld(answer, finishReason) };

    /// <summary>The answer is cut in its middle with <c>MAX_TOKENS</c>.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault MaxTokens() => new() { Reshape = AnswerShapes.CutInHalf };

    /// <summary><c>MAX_TOKENS</c> without any content: thinking used up the whole budget.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault MaxTokensSpentOnThinking() => new() { Reshape = AnswerShapes.SpentOnThinking };

    /// <summary>The normal answer with parts marked <c>thought</c> before it, which are not for the user.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault ThoughtParts() => new() { Reshape = AnswerShapes.WithThought };

    /// <summary>An empty list of candidates, without a reason.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault EmptyCandidates() => new() { Reshape = AnswerShapes.WithoutCandidates };

    /// <summary>The normal answer without its last character and with STOP: a JSON answer is then no JSON.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault MalformedJson() => new() { Reshape = AnswerShapes.WithoutLastCharacter };

    /// <summary>The normal answer in a code fence, between two sentences.</summary>
    /// <returns>The fault.</returns>
    public static EmulatorFault FencedJson() => new() { Reshape = AnswerShapes.InFence };

    /// <summary>An answer of your own, whatever was asked.</summary>
    /// <param name="text">The whole text of the answer.</param>
    /// <param name="finishReason">How it ends.</param>
    /// <returns>The fault.</returns>
    public static EmulatorFault Answer(string text, string finishReason = "STOP")
    {
        ArgumentNullException.ThrowIfNull(text);
        return new EmulatorFault { Reshape = answer => AnswerShapes.Scripted(answer, text, finishReason) };
    }

    /// <summary>
    /// The model calls functions instead of answering, all at once; for several rounds, script one for each. Models of the third generation and later sign the
    /// first call, and the emulator refuses a history in which the signature is lost or changed, or in which a result belongs to no call.
    /// </summary>
    /// <param name="calls">The calls; at least one.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException">There are no calls.</exception>
    public static EmulatorFault FunctionCalls(params EmulatedCall[] calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        return calls.Length > 0
            ? new EmulatorFault { Reshape = answer => AnswerShapes.CallingFunctions(answer, calls) }
            : throw new ArgumentException("At least one call is needed.", nameof(calls));
    }

    /// <summary>The model calls one function instead of answering.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">The arguments, a JSON object.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="arguments"/> is no JSON object.</exception>
    public static EmulatorFault FunctionCall(string name, string arguments = "{}") => FunctionCalls(new EmulatedCall(name, arguments));

    /// <summary>
    /// The same answer in pieces, one a call, as models with long decode send it: each but the last ends with <c>CONTINUATION</c> and a token, which the next
    /// request has to bring along while everything else in it stays the same.
    /// </summary>
    /// <param name="hops">How many pieces; at least 2. The calls that bring a token need no script of their own.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault InHops(int hops)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hops, 2);
        return this with { Hops = hops };
    }

    /// <summary>The same fault for several calls in a row.</summary>
    /// <param name="calls">How many; at least 1.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault Times(int calls)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        return this with { Calls = calls };
    }

    /// <summary>The same fault after a delay.</summary>
    /// <param name="delay">How long nothing is sent, by the emulator's clock.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault After(TimeSpan delay) => this with { Delay = delay };

    /// <summary>The same error with its body wrapped in an array, as some front ends send it.</summary>
    /// <returns>The fault. Without effect on faults that are no error.</returns>
    public EmulatorFault InArray() => this with { IsInArray = true };

    /// <summary>The same error in the middle of a stream that began with status 200.</summary>
    /// <param name="afterChunks">How many chunks arrive before; at least 0. A stream with fewer fails before its last.</param>
    /// <returns>The fault. Calls that do not stream get the error as their status.</returns>
    public EmulatorFault InsideStream(int afterChunks = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterChunks);
        return this with { ErrorAfterChunks = afterChunks };
    }

    private static EmulatorFault StreamFault(int afterChunks, StreamCut cut)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterChunks);
        return new EmulatorFault { CutAfterChunks = afterChunks, Cut = cut };
    }
}
