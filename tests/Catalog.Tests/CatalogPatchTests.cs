using System.Text.Json;
using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Json;

namespace GeminiGen.Catalog.Tests;

/// <summary>What a project's file makes of the catalogue inside the compiler.</summary>
public sealed class CatalogPatchTests
{
    public static TheoryData<string> Ids => CatalogData.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Over_nothing_the_packages_own_data_gives_the_packages_own_entry(string id)
    {
        JsonValue entry = JsonTextReader.Parse(CatalogData.Text).Items.Single(model => ProjectCatalogFile.IdOf(model) == id);

        Assert.True(ModelCatalog.BuiltIn.TryGet(id, out CatalogModel? model));
        Assert.Equal(JsonSerializer.Serialize(model), JsonSerializer.Serialize(CatalogPatch.Apply(new CatalogModel { Id = id }, entry)));
    }

    [Fact]
    public void What_the_file_leaves_out_stays_and_null_is_unknown()
    {
        ModelCatalog catalog = Apply("""
            [{"id":"gemini-3.8-flash","outputTokenLimit":1000,"inputTokenLimit":null,"capabilities":{"thinking":{"max":5}},"status":"deprecated","replacement":"house-model"},
             {"id":"house-model","outputModalities":["text"]}]
            """);

        Assert.True(ModelCatalog.BuiltIn.TryGet("gemini-3.8-flash", out CatalogModel? below));
        Assert.True(catalog.TryGet("gemini-3.8-flash", out CatalogModel? model));
        Assert.Equal((1000, null, CatalogStatus.Deprecated), (model.OutputTokenLimit, model.InputTokenLimit, model.Status));
        Assert.Equal((5, below.Thinking!.Kind, below.Thinking.Levels), (model.Thinking!.Max, model.Thinking.Kind, model.Thinking.Levels));
        Assert.Equal((below.StructuredOutput, below.MaxTemperature), (model.StructuredOutput, model.MaxTemperature));
        Assert.Equal("house-model", catalog.Nearest("gemini-3.8-flash"));
        Assert.Equal(below, ModelCatalog.BuiltIn.All.Single(static entry => entry.Id == "gemini-3.8-flash"));
    }

    [Theory]
    [InlineData("", 1, 1, "Expected a value, found the end of the text.")]
    [InlineData("{}", 1, 1, "Expected a list of models.")]
    [InlineData("[{\"id\":\"a\"},]", 1, 13, "Expected a value.")]
    [InlineData("[\n {\"status\":\"stable\"}]", 2, 2, "Expected an object with the property 'id'.")]
    [InlineData("[{\"id\":\"models/a\"}]", 1, 8, "Expected a model's id without 'models/'.")]
    [InlineData("[{\"id\":\"a\"},{\"id\":\"a\"}]", 1, 19, "The model 'a' stands twice in the catalogue.")]
    [InlineData("[{\"id\":\"a\",\"limit\":1}]", 1, 12, "Nothing reads the property 'limit'.")]
    [InlineData("[{\"id\":\"a\",\"status\":\"stabel\"}]", 1, 21, "Expected one of stable, preview, deprecated, shut-down, alias.")]
    [InlineData("[{\"id\":\"a\",\"inputTokenLimit\":-1}]", 1, 30, "Expected a number of at least 0.")]
    [InlineData("[{\"id\":\"a\",\"inputTokenLimit\":1.5}]", 1, 30, "Expected a whole number.")]
    [InlineData("[{\"id\":\"a\",\"shutdown\":\"soon\"}]", 1, 23, "Expected a day (yyyy-MM-dd) or a month (yyyy-MM).")]
    [InlineData("[{\"id\":\"a\",\"replacement\":\"b\"}]", 1, 26, "The catalogue has no model 'b'.")]
    [InlineData("[{\"id\":\"gemini-3.5-flash-lite\",\"status\":\"deprecated\",\"replacement\":\"gemini-3.1-flash-lite\"}]", 1, 68, "The property 'replacement' leads round in a circle.")]
    [InlineData("[{\"id\":\"a\",\"capabilities\":{\"thinking\":{\"max\":1}}}]", 1, 39, "Expected an object with the property 'kind'.")]
    [InlineData("[{\"id\":\"a\",\"prices\":{\"tiers\":[{\"inputPerMTok\":\"1\"}]}}]", 1, 47, "Expected a number.")]
    public void A_fault_has_its_place(string json, int line, int column, string message)
    {
        JsonSyntaxException fault = Assert.Throws<JsonSyntaxException>(() => ProjectCatalogFile.Parse(json));

        Assert.Equal((message, line, column), (fault.Reason, fault.Position.Line, fault.Position.Column));
    }

    [Theory]
    [InlineData("gemini-models.json", true)]
    [InlineData("C:\\app\\Gemini-Models.json", true)]
    [InlineData("/app/gemini-models.json", true)]
    [InlineData("/app/my-gemini-models.json", false)]
    [InlineData("/app/gemini-models.json.bak", false)]
    public void The_file_is_known_by_its_name(string path, bool expected) => Assert.Equal(expected, ProjectCatalogFile.IsPath(path));

    [Theory]
    [InlineData("models.md", 0)]
    [InlineData("GG9002.md", 1)]
    public void The_documents_show_what_can_be_read(string page, int example)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", page)).ReplaceLineEndings("\n");
        string json = text.Split("```json\n")[example + 1].Split("```")[0];

        Assert.NotEmpty(ProjectCatalogFile.Parse(json));
    }

    private static ModelCatalog Apply(string json) => CatalogPatch.Apply(ModelCatalog.BuiltIn, ProjectCatalogFile.Parse(json));
}
