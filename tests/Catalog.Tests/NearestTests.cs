using GeminiGen.Shared.Catalog;

namespace GeminiGen.Catalog.Tests;

public sealed class NearestTests
{
    [Theory]
    [InlineData("gemini-3.8-flsh", "gemini-3.8-flash")]
    [InlineData("gemini-3.8-flash-001", "gemini-3.8-flash")]
    [InlineData("GEMINI-3.8-Flash", "gemini-3.8-flash")]
    [InlineData("models/gemini-3.8-flash", "gemini-3.8-flash")]
    [InlineData("gemini-3.1-pro", "gemini-3.1-pro-preview")]
    [InlineData("gemini-4", "gemini-4-argon")]
    public void A_slip_leads_to_the_model_that_was_meant(string id, string expected)
        => AssertNearest(expected, id);

    [Theory]
    [InlineData("gemini-3-pro-preview", "gemini-3.1-pro-preview")]
    [InlineData("gemini-2.0-flash", "gemini-3.1-flash-lite")]
    [InlineData("gemini-2.5-pro", "gemini-3.8-flash")]
    [InlineData("gemini-2.5-pro-preview-03-25", "gemini-3.8-flash")]
    [InlineData("gemini-1.5-pro", "gemini-3.1-pro-preview")]
    [InlineData("gemini-1.5-flash-8b", "gemini-3.8-flash")]
    [InlineData("gemini-2.0-flash-exp", "gemini-3.8-flash")]
    [InlineData("gemini-2.0-flash-lite", "gemini-3.1-flash-lite")]
    [InlineData("text-embedding-004", "gemini-embedding-001")]
    public void A_retired_model_leads_to_its_successor(string id, string expected)
        => AssertNearest(expected, id);

    [Theory]
    [InlineData("")]
    [InlineData("gpt-5")]
    [InlineData("gemini-9-ultra")]
    [InlineData("claude-opus-something-else")]
    public void Another_word_leads_nowhere(string id)
        => AssertNearest(null, id);

    [Fact]
    public void The_answer_is_always_in_service()
        => Assert.All(CatalogData.Models.Keys, static id =>
        {
            if (GeminiModelCatalog.Nearest(id) is { } nearest)
            {
                Assert.True(GeminiModelCatalog.TryGet(nearest, out GeminiModel? model));
                Assert.True(model.Status is GeminiModelStatus.Stable or GeminiModelStatus.Preview or GeminiModelStatus.Alias, $"{id} leads to {nearest}");
            }
        });

    [Fact]
    public void Rules_and_runtime_name_the_same_successor()
        => Assert.All(CatalogTable.All, static model => Assert.Equal(ModelCatalog.BuiltIn.Successor(model), GeminiModelCatalog.Nearest(model.Id)));

    // The table in the compiler and the catalogue at run time must give the same advice.
    private static void AssertNearest(string? expected, string id)
    {
        Assert.Equal(expected, GeminiModelCatalog.Nearest(id));
        Assert.Equal(expected, ModelCatalog.BuiltIn.Nearest(id));
    }
}
