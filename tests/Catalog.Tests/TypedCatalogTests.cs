using System.Reflection;

namespace GeminiGen.Catalog.Tests;

public sealed class TypedCatalogTests
{
    public static TheoryData<string> Ids => CatalogData.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Entry_says_what_the_data_says(string id)
    {
        Assert.True(GeminiModelCatalog.TryGet(id, out GeminiModel? model));

        Assert.Equal(
            JsonFlattener.Flatten(CatalogData.Models[id]).Select(Normalize).Order(),
            ModelFlattener.Flatten(model).Order());
    }

    [Fact]
    public void All_has_every_entry_in_the_order_of_the_data()
        => Assert.Equal(CatalogData.Models.Keys, GeminiModelCatalog.All.Select(static model => model.Id));

    [Fact]
    public void Constants_are_the_ids()
        => Assert.Equal(
            CatalogData.Models.Keys.Order(),
            typeof(GeminiModels).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!).Order());

    [Fact]
    public void Constants_are_named_after_the_ids()
    {
        Assert.Equal("gemini-3.8-flash", GeminiModels.Gemini38Flash);
        Assert.Equal("gemini-2.5-flash-lite", GeminiModels.Gemini25FlashLite);
        Assert.Equal("gemini-4-argon", GeminiModels.Gemini4Argon);
        Assert.Equal("gemini-flash-latest", GeminiModels.GeminiFlashLatest);
        Assert.Equal("gemma-4-31b-it", GeminiModels.Gemma4_31bIt);
        Assert.Equal("gemini-2.5-pro-preview-03-25", GeminiModels.Gemini25ProPreview03_25);
    }

    [Fact]
    public void Every_entry_states_a_source()
        => Assert.All(GeminiModelCatalog.All, static model => Assert.NotEmpty(model.Sources));

    [Fact]
    public void An_entry_is_made_once()
    {
        Assert.True(GeminiModelCatalog.TryGet(GeminiModels.Gemini38Flash, out GeminiModel? first));
        Assert.True(GeminiModelCatalog.TryGet("models/gemini-3.8-flash", out GeminiModel? second));
        Assert.Same(first, second);
    }

    [Fact]
    public void An_unknown_id_is_not_found()
    {
        Assert.False(GeminiModelCatalog.TryGet("gemini-9", out GeminiModel? model));
        Assert.Null(model);
        Assert.Throws<ArgumentNullException>(() => GeminiModelCatalog.TryGet(null!, out _));
    }

    [Fact]
    public void An_alias_resolves_to_its_model()
    {
        Assert.True(GeminiModelCatalog.TryGet(GeminiModels.GeminiFlashLatest, out GeminiModel? alias));
        Assert.Equal(GeminiModelStatus.Alias, alias.Status);
        Assert.True(GeminiModelCatalog.TryResolve(GeminiModels.GeminiFlashLatest, out GeminiModel? model));
        Assert.Equal(alias.AliasOf, model.Id);
    }

    // Two things the typed entry words differently: a month is its last day, and a remark in place of yes or no is "partial".
    private static string Normalize(string line) => line switch
    {
        "shutdown = 2025-10" => "shutdown = 2025-10-31",
        _ when line.StartsWith("capabilities.tuning = until", StringComparison.Ordinal) => "capabilities.tuning = partial",
        _ => line,
    };
}
