using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using GeminiGen.Emulator.Answers.Functions;
using GeminiGen.Emulator.Answers.Text;
using GeminiGen.Emulator.Answers.Typed;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers;

/// <summary>Composes the answer to a request: the same request and seed always get the same answer.</summary>
internal static class AnswerComposer
{
    // What seeds make of the usual number of sentences, so that code meets answers of other lengths.
    private static readonly int[] SeededSentences = [5, 2, 4, 1];

    /// <summary>What the emulated model shows of its thinking where a request asks to see it.</summary>
    public static AnswerPart Thought { get; } = new("The request is read first, then its input.\n", IsThought: true);

    public static ModelAnswer Compose(GenerateRequest request, EmulatedModel model, Usage prompt, ReadOnlySpan<byte> body, int seed)
    {
        int thoughts = ThinkingEstimate.Tokens(request, model, prompt.Prompt);
        string text = StopAt(request.StopSequences, Write(request, seed));
        string finishReason = "STOP";
        if (Budget(request, model) is { } budget && thoughts + TokenEstimator.Estimate(text) > budget)
        {
            // Thinking counts against the budget and comes first.
            finishReason = "MAX_TOKENS";
            thoughts = Math.Min(thoughts, budget);
            text = FirstTokens(text, budget - thoughts);
        }

        List<AnswerPart> parts = request.IncludeThoughts && thoughts > 0 ? [Thought] : [];
        if (text.Length > 0)
        {
            parts.Add(new AnswerPart(text));
        }

        var answer = new ModelAnswer
        {
            Parts = parts,
            FinishReason = finishReason,
            CandidateCount = request.CandidateCount,
            Usage = prompt with { Candidates = TokenEstimator.Estimate(text) * request.CandidateCount, Thoughts = thoughts },
            ModelVersion = model.Version,
            ServiceTier = request.Body.TextField("serviceTier")?.ToLowerInvariant() is ("flex" or "priority") and var tier ? tier : "standard",
            SignsCalls = model.SignsCalls,
            ResponseId = ResponseId(model.Version, body, seed),
        };
        return finishReason == "STOP" && FunctionChooser.Choose(request) is { Count: > 0 } calls ? AnswerShapes.CallingFunctions(answer, calls) : answer;
    }

    // What a request does not limit, the model does.
    private static int? Budget(GenerateRequest request, EmulatedModel model) =>
        request.MaxOutputTokens ?? (request.Streams ? null : model.OutputTokenLimitWithoutStream) ?? model.OutputTokenLimit;

    private static string Write(GenerateRequest request, int seed)
    {
        PromptInput input = PromptReader.Read(request.SystemTexts, request.Turns);
        input = seed == 0 ? input : input with { UsualSentences = SeededSentences[(uint)seed % SeededSentences.Length] };
        if (request.Schema is var (schema, _))
        {
            return TypedAnswer.Write(schema, input, asJson: request.WantsJson);
        }

        return request.WantsJson ? TypedAnswer.WriteUntyped(input) : TextAnswer.Write(input);
    }

    private static string StopAt(IReadOnlyList<string> sequences, string text)
    {
        foreach (string sequence in sequences)
        {
            int index = sequence.Length == 0 ? -1 : text.IndexOf(sequence, StringComparison.Ordinal);
            text = index < 0 ? text : text[..index];
        }

        return text;
    }

    /// <summary>The longest prefix within the budget, found by halving.</summary>
    private static string FirstTokens(string text, int tokens)
    {
        int low = 0;
        int high = text.Length;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = TokenEstimator.Estimate(text.AsSpan(0, middle)) <= tokens ? (middle, high) : (low, middle - 1);
        }

        return TextSlice.Prefix(text, low);
    }

    private static string ResponseId(string model, ReadOnlySpan<byte> body, int seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(model));
        hash.AppendData(body);
        if (seed != 0)
        {
            hash.AppendData(BitConverter.GetBytes(seed));
        }

        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 12));
    }
}
