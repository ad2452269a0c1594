using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Scripting;

/// <content>Which calls a fault is for, and how what it sends arrives.</content>
public sealed partial record EmulatorFault
{
    internal CallMatch? Condition { get; private init; }

    internal bool IsForEveryCall { get; private init; }

    internal long? CutAfterBytes { get; private init; }

    internal double? Speed { get; private init; }

    /// <summary>How long the model writes at the scripted speed; set when the answer is known.</summary>
    internal TimeSpan WritingTime { get; private init; }

    internal IReadOnlyList<(int Piece, string Text)> Malformed { get; private init; } = [];

    /// <summary>Any other error of the API, with details.</summary>
    /// <param name="code">The HTTP status, 400 to 599.</param>
    /// <param name="status">The canonical name, for example <c>FAILED_PRECONDITION</c>.</param>
    /// <param name="message">The text for people.</param>
    /// <param name="details">The <c>details</c>, a JSON array.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is no error status.</exception>
    /// <exception cref="ArgumentException"><paramref name="details"/> is no JSON array.</exception>
    public static EmulatorFault ApiFailure(int code, string status, string message, string details)
    {
        ArgumentNullException.ThrowIfNull(details);
        EmulatorFault fault = ApiFailure(code, status, message);
        return Parse(details) is JsonArray
            ? fault with { Error = new ApiError(code, status, message, () => Parse(details)!.AsArray()) }
            : throw new ArgumentException("The details must be a JSON array.", nameof(details));
    }

    /// <summary>The same for calls that fit; a call takes the first scripted fault that is for it, and the others stay.</summary>
    /// <param name="match">Which calls.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault When(CallMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return this with { Condition = match };
    }

    /// <summary>The same for every call that fits, until the script is cleared.</summary>
    /// <returns>The fault.</returns>
    public EmulatorFault Always() => this with { IsForEveryCall = true };

    /// <summary>The same with another finish reason, whatever the content.</summary>
    /// <param name="finishReason">The <c>finishReason</c>, for example <c>OTHER</c>.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault Ending(string finishReason)
    {
        ArgumentException.ThrowIfNullOrEmpty(finishReason);
        return Reshaping(answer => answer with { FinishReason = finishReason });
    }

    /// <summary>The same with a part marked <c>thought</c> before it.</summary>
    /// <param name="text">What the model shows of its thinking.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault Thinking(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return Reshaping(answer => AnswerShapes.WithThought(answer, text));
    }

    /// <summary>The same at the speed of a model: a stream in even steps, another answer after the time it took to write it, thoughts included.</summary>
    /// <param name="speed">Tokens per second, by the emulator's clock; more than 0.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault AtTokensPerSecond(double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        return this with { Speed = speed };
    }

    /// <summary>The same, but the connection breaks after so many bytes of the body.</summary>
    /// <param name="bytes">How many arrive; at least 0. A shorter body arrives whole.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault CutAtByte(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return this with { CutAfterBytes = bytes };
    }

    /// <summary>The same with a text of your own in place of one JSON object of a stream, or in place of the body of another answer.</summary>
    /// <param name="piece">Which object of the stream, from 1; an answer that does not stream is piece 1.</param>
    /// <param name="text">What stands there instead, as it is.</param>
    /// <returns>The fault.</returns>
    public EmulatorFault WithMalformedPiece(int piece, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(piece, 1);
        ArgumentNullException.ThrowIfNull(text);
        return this with { Malformed = [.. Malformed, (piece, text)] };
    }

    /// <summary>What happens, in a few words.</summary>
    /// <returns>For example <c>503 UNAVAILABLE</c>.</returns>
    public override string ToString()
    {
        string what = Error is { } error ? string.Create(CultureInfo.InvariantCulture, $"{error.Code} {error.Status}")
            : IsSilent ? "no answer"
            : CutAfterChunks is not null ? "stream " + Cut.ToString().ToLowerInvariant()
            : Reshape is not null ? "scripted answer"
            : "normal answer";
        var text = new StringBuilder(what);
        Append(text, Delay > TimeSpan.Zero, $", after {Delay.TotalSeconds} s");
        Append(text, Speed is not null, $", {Speed} tokens per second");
        Append(text, CutAfterBytes is not null, $", cut after {CutAfterBytes} bytes");
        Append(text, Malformed.Count > 0, $", {Malformed.Count} malformed");
        return text.ToString();
    }

    /// <summary>The same, knowing how much there is to write.</summary>
    internal EmulatorFault PacedFor(Usage usage) => Speed is { } speed ? this with { WritingTime = TimeSpan.FromSeconds((usage.Candidates + usage.Thoughts) / speed) } : this;

    /// <summary>What is sent for a piece: it, or what stands in its place.</summary>
    internal byte[] Distort(int piece, byte[] json)
    {
        foreach ((int malformed, string text) in Malformed)
        {
            if (malformed == piece)
            {
                return Encoding.UTF8.GetBytes(text);
            }
        }

        return json;
    }

    private EmulatorFault Reshaping(Func<ModelAnswer, ModelAnswer> change)
    {
        Func<ModelAnswer, ModelAnswer>? before = Reshape;
        return this with { Reshape = before is null ? change : answer => change(before(answer)) };
    }

    private static void Append(StringBuilder text, bool applies, FormattableString addition)
    {
        if (applies)
        {
            text.Append(addition.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw new ArgumentException($"No JSON: {exception.Message}", nameof(json), exception);
        }
    }
}
