using GeminiGen.Shared.Catalog;

namespace GeminiGen.Catalog.Tests;

public sealed class CompilerTableTests
{
    public static TheoryData<string> Ids => CatalogData.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Compiler_and_runtime_know_the_same(string id)
    {
        Assert.True(ModelCatalog.BuiltIn.TryGet(id, out CatalogModel? entry));
        Assert.True(GeminiModelCatalog.TryGet(id, out GeminiModel? model));

        Assert.Equal(model.Id, entry.Id);
        Assert.Equal(model.Family, entry.Family);
        Assert.Equal(model.Status.ToString(), entry.Status.ToString());
        Assert.Equal(CatalogData.Models[id].GetProperty("shutdown").GetString(), entry.Shutdown);
        Assert.Equal(model.Replacement, entry.Replacement);
        Assert.Equal(model.AliasOf, entry.AliasOf);
        Assert.Equal(model.InputTokenLimit, entry.InputTokenLimit);
        Assert.Equal(model.OutputTokenLimit, entry.OutputTokenLimit);
        Assert.Equal(model.OutputTokenLimitWithoutStream, entry.OutputTokenLimitWithoutStream);
        Assert.Equal(model.LongDecodeTokenLimit, entry.LongDecodeTokenLimit);
        Assert.Equal(model.Capabilities.SamplingParameters.ToString(), entry.SamplingParameters.ToString());
        Assert.Equal(model.Capabilities.StructuredOutput.ToString(), entry.StructuredOutput.ToString());
        Assert.Equal(model.Capabilities.ResponseJsonSchema.ToString(), entry.ResponseJsonSchema.ToString());
        Assert.Equal(model.Capabilities.FunctionCalling.ToString(), entry.FunctionCalling.ToString());
        Assert.Equal(model.Capabilities.SearchGrounding.ToString(), entry.SearchGrounding.ToString());
        Assert.Equal(model.Capabilities.CodeExecution.ToString(), entry.CodeExecution.ToString());
        Assert.Equal(model.Capabilities.UrlContext.ToString(), entry.UrlContext.ToString());
        Assert.Equal(model.Capabilities.ToolCombination.ToString(), entry.ToolCombination.ToString());
        Assert.Equal(model.Capabilities.RefusedSchemaKeywords, entry.RefusedSchemaKeywords);
        Assert.Equal(model.InputModalities, entry.InputModalities);
        Assert.Equal(model.OutputModalities, entry.OutputModalities);
        Assert.Equal(model.ParameterDefaults?.MaxTemperature, entry.MaxTemperature);
        Assert.Equal(model.Thinking is null, entry.Thinking is null);
        if (model.Thinking is { } thinking)
        {
            Assert.Equal(thinking.Kind.ToString(), entry.Thinking!.Kind.ToString());
            Assert.Equal(thinking.Levels, entry.Thinking.Levels);
            Assert.Equal(
                (thinking.Min, thinking.Max, thinking.CanDisable, thinking.Dynamic),
                (entry.Thinking.Min, entry.Thinking.Max, entry.Thinking.CanDisable, entry.Thinking.Dynamic));
        }
    }

    [Fact]
    public void The_schema_languages_have_their_keywords()
    {
        Assert.True(SchemaDialects.JsonSchema.Has("$ref") && SchemaDialects.JsonSchema.Has("additionalProperties") && SchemaDialects.JsonSchema.TypeLists);
        Assert.False(SchemaDialects.JsonSchema.Has("pattern") || SchemaDialects.JsonSchema.UpperCaseTypes || SchemaDialects.JsonSchema.NumberFormats);
        Assert.True(SchemaDialects.OpenApi.Has("pattern") && SchemaDialects.OpenApi.Has("minProperties") && SchemaDialects.OpenApi.UpperCaseTypes && SchemaDialects.OpenApi.NumberFormats);
        Assert.False(SchemaDialects.OpenApi.Has("$ref") || SchemaDialects.OpenApi.Has("additionalProperties") || SchemaDialects.OpenApi.NumberEnums);
    }

    [Fact]
    public void An_alias_resolves_to_its_model()
    {
        Assert.True(ModelCatalog.BuiltIn.TryResolve("models/gemini-pro-latest", out CatalogModel? model));
        Assert.Equal("gemini-3.1-pro-preview", model.Id);
        Assert.False(ModelCatalog.BuiltIn.TryResolve("gemini-9", out _));
    }
}
