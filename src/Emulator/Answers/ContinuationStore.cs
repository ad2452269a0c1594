using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Answers;

/// <summary>Answers that go on over several calls. A piece can be asked for again, as after a fault on the way.</summary>
internal sealed class ContinuationStore
{
    private readonly ConcurrentDictionary<string, Piece> _pieces = new(StringComparer.Ordinal);

    /// <summary>Cuts an answer and gives its first piece.</summary>
    public ModelAnswer Begin(ModelAnswer answer, int hops, string model, JsonElement body)
    {
        string request = Fingerprint(model, body);
        ModelAnswer? next = null;
        for (int hop = hops - 1; hop >= 0; hop--)
        {
            ModelAnswer piece = Cut(answer, hop, hops);
            if (next is not null)
            {
                string token = Token(answer.ResponseId, hop);
                _pieces[token] = new Piece(request, next);
                piece = piece with { FinishReason = "CONTINUATION", ContinuationToken = token };
            }

            next = piece;
        }

        return next!;
    }

    /// <summary>What a token stands for.</summary>
    /// <exception cref="ApiErrorException">The token is unknown, or comes with another request than the one it continues.</exception>
    public ModelAnswer Find(string token, string model, JsonElement body)
    {
        if (!_pieces.TryGetValue(token, out Piece? piece))
        {
            throw new ApiErrorException(ApiErrors.Invalid("continuation_token", "* continuation_token: The token is not valid."));
        }

        return piece.Request == Fingerprint(model, body)
            ? piece.Answer
            : throw new ApiErrorException(ApiErrors.Invalid("continuation_token", "* continuation_token: The request differs from the one the token continues."));
    }

    // The prompt is read again by each call; only the first one thinks.
    private static ModelAnswer Cut(ModelAnswer answer, int hop, int hops)
    {
        string text = string.Concat(answer.Parts.Where(part => part.IsText).Select(part => part.Text));
        int start = TextSlice.SafeEnd(text, (int)((long)text.Length * hop / hops));
        int end = TextSlice.SafeEnd(text, (int)((long)text.Length * (hop + 1) / hops));
        List<AnswerPart> parts = [.. hop == 0 ? answer.Parts.Where(part => part.IsThought) : [], new AnswerPart(text[start..end])];
        if (hop == hops - 1)
        {
            parts.AddRange(answer.Parts.Where(part => part.Data is not null));
        }

        Usage usage = answer.Usage with { Candidates = TokenEstimator.Estimate(text.AsSpan(start, end - start)), Thoughts = hop == 0 ? answer.Usage.Thoughts : 0 };
        return answer with { Parts = parts, Usage = usage };
    }

    private static string Token(string responseId, int hop) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(responseId), (byte)hop]).AsSpan(0, 12));

    private static string Fingerprint(string model, JsonElement body)
    {
        JsonObject request = JsonObject.Create(body)!;
        request.Remove("continuationToken");
        request.Remove("continuation_token");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model + request.ToJsonString())));
    }

    /// <summary>What a token stands for.</summary>
    /// <param name="Request">The request it belongs to.</param>
    /// <param name="Answer">What follows.</param>
    private sealed record Piece(string Request, ModelAnswer Answer);
}
