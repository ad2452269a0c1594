using System.Text;
using System.Text.Json;

namespace GeminiGen;

/// <summary>What readers of answers and errors have to know of the call.</summary>
/// <param name="method">The method called.</param>
/// <param name="settings">The client's settings.</param>
/// <param name="progress">How far the call has come.</param>
/// <param name="response">The response that is read.</param>
/// <param name="trace">What came before, in a call of several requests of which this is the last.</param>
internal readonly struct AnswerContext(
    PreparedMethod method, ClientSettings settings, CallProgress progress, HttpResponseMessage response, DialogTrace? trace = null)
{
    internal PreparedMethod Method => method;

    internal ClientSettings Settings => settings;

    internal CallProgress Progress => progress;

    internal HttpResponseMessage Response => response;

    internal DialogTrace? Trace => trace;

    /// <summary>The schema that was sent with the request.</summary>
    internal ReadOnlySpan<byte> SchemaOfAnswer
        => method.Method.Schema is { } schema ? method.Facts.GetText(schema) : "{}"u8;

    /// <summary>Reads a whole body and makes sure that it is a response.</summary>
    /// <exception cref="GeminiApiException">It is an error, or no response at all.</exception>
    internal void Read(ReadOnlySpan<byte> body, ref AnswerFields fields)
    {
        try
        {
            AnswerReader.Read(body, ref fields);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw ApiErrors.NoResponse(this, exception);
        }

        if (fields.HasError)
        {
            throw ApiErrors.FromResponse(this, body);
        }

        if (!fields.IsResponse)
        {
            throw ApiErrors.NoResponse(this, null);
        }

        if (trace is not null)
        {
            fields.Usage += trace.PriorUsage;
        }
        else if (fields.Finish != FinishReason.Stop && fields.Finish == FinishReason.Continuation && !fields.IsRound)
        {
            throw new ContinuationReceived(RoundAnswer.Keep(body, fields, this));
        }
    }

    /// <summary>Where thoughts go, if the method wants them.</summary>
    internal StringBuilder? CreateThoughts() => method.Method.IncludesThoughts ? new StringBuilder() : null;

    internal decimal? Cost(in UsageMetadata usage) => method.Facts.Cost(usage, settings.Clock);
}
