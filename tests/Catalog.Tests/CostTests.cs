namespace GeminiGen.Catalog.Tests;

/// <summary>Costs worked out by hand from the prices in the data.</summary>
public sealed class CostTests
{
    private static readonly DateOnly November = new(2026, 11, 15);

    [Fact]
    public void Prompt_answer_and_thoughts_are_billed()
        => AssertCost(
            0.00075m + 0.00375m + 0.0075m, // 1,000 × 0.75 + 1,000 × 3.75 + 2,000 × 3.75, per million
            GeminiModels.Gemini38Flash, November, new() { PromptTokenCount = 1000, CandidatesTokenCount = 1000, ThoughtsTokenCount = 2000 });

    [Fact]
    public void Cached_tokens_are_billed_at_their_price_and_not_twice()
        => AssertCost(
            0.0003m + 0.00003m, // 400 × 0.75 + 400 × 0.075, per million
            GeminiModels.Gemini38Flash, November, new() { PromptTokenCount = 800, CachedContentTokenCount = 400 });

    [Fact]
    public void Tool_results_are_billed_as_input()
        => AssertCost(0.0006m, GeminiModels.Gemini38Flash, November, new() { PromptTokenCount = 500, ToolUsePromptTokenCount = 300 });

    [Theory]
    [InlineData("2026-12-31", 0.75)]
    [InlineData("2027-01-01", 1.5)]
    [InlineData("2028-06-01", 1.5)]
    public void Announced_prices_hold_from_their_day(string day, double expected)
        => AssertCost((decimal)expected, GeminiModels.Gemini38Flash, DateOnly.Parse(day, null), new() { PromptTokenCount = 1_000_000 });

    [Theory]
    [InlineData(200_000, 0.4)] // × 2.00
    [InlineData(200_001, 0.800004)] // × 4.00
    public void The_size_of_the_input_chooses_the_tier(int tokens, double expected)
        => AssertCost((decimal)expected, GeminiModels.Gemini31ProPreview, November, new() { PromptTokenCount = tokens });

    [Fact]
    public void The_dearer_tier_holds_for_the_answer_too()
        => AssertCost(
            0.8m + 0.004m + 0.018m, // 201,000 × 4 + 1,000 × 18
            GeminiModels.Gemini31ProPreview, November, new() { PromptTokenCount = 201_000, CandidatesTokenCount = 1000 });

    [Fact]
    public void An_alias_costs_what_its_model_costs()
        => AssertCost(0.75m, GeminiModels.GeminiFlashLatest, November, new() { PromptTokenCount = 1_000_000 });

    [Fact]
    public void Nothing_used_costs_nothing()
        => AssertCost(0m, GeminiModels.Gemini38Flash, November, default);

    [Fact]
    public void An_unknown_price_gives_no_cost()
        => AssertCost(null, GeminiModels.Gemini38Live, November, new() { PromptTokenCount = 10 });

    [Fact]
    public void An_unknown_price_matters_only_where_there_is_something_to_bill()
    {
        AssertCost(0.15m, GeminiModels.GeminiEmbedding001, November, new() { PromptTokenCount = 1_000_000 });
        AssertCost(null, GeminiModels.GeminiEmbedding001, November, new() { PromptTokenCount = 1_000_000, CandidatesTokenCount = 1 });
        AssertCost(null, GeminiModels.Gemini25FlashImage, November, new() { PromptTokenCount = 10, CachedContentTokenCount = 5 });
    }

    [Fact]
    public void Prices_that_ended_without_a_successor_give_no_cost()
    {
        var model = new GeminiModel("own")
        {
            Prices = new() { Tiers = [new() { InputPerMillionTokens = 1m }], ValidUntil = new(2026, 11, 30) },
        };

        Assert.Equal(0.000001m, model.EstimateCost(new() { PromptTokenCount = 1 }, new(2026, 11, 30)));
        Assert.Null(model.EstimateCost(new() { PromptTokenCount = 1 }, new(2026, 12, 1)));
    }

    [Fact]
    public void Input_beyond_the_last_tier_gives_no_cost()
    {
        var model = new GeminiModel("own") { Prices = new() { Tiers = [new() { UpToInputTokens = 10, InputPerMillionTokens = 1m }] } };

        Assert.NotNull(model.EstimateCost(new() { PromptTokenCount = 10 }, November));
        Assert.Null(model.EstimateCost(new() { PromptTokenCount = 11 }, November));
    }

    private static void AssertCost(decimal? expected, string id, DateOnly day, UsageMetadata usage)
    {
        Assert.True(GeminiModelCatalog.TryGet(id, out GeminiModel? model));
        Assert.Equal(expected, model.EstimateCost(usage, day));
    }
}
