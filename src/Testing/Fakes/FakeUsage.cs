namespace GeminiGen.Testing;

/// <summary>What a call would cost in tokens, estimated.</summary>
internal static class FakeUsage
{
    internal static UsageMetadata Of(RenderedPrompt? prompt, string text)
    {
        int asked = prompt?.EstimatedTokens ?? 0;
        int answered = text.Length > 0 ? TokenEstimator.Estimate(text) : 0;
        return new UsageMetadata { PromptTokenCount = asked, CandidatesTokenCount = answered, TotalTokenCount = asked + answered };
    }
}
