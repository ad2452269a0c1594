using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Catalog.Tests;

public sealed class CatalogGeneratorTests
{
    [Theory]
    [InlineData("Runtime", "GeminiModels.g.cs", "GeminiModelCatalog.g.cs")]
    [InlineData("Compiler", "CatalogTable.g.cs")]
    [InlineData("")]
    public void The_property_chooses_the_edition(string edition, params string[] files)
    {
        GeneratorDriverRunResult result = Run(CatalogData.Text, edition);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(files, result.Results[0].GeneratedSources.Select(static source => source.HintName));
    }

    [Fact]
    public void Two_runs_write_the_same()
        => Assert.Equal(Texts(Run(CatalogData.Text, "Runtime")), Texts(Run(CatalogData.Text, "Runtime")));

    [Theory]
    [InlineData("{}", 1, 1, "Expected a list of models.")]
    [InlineData("[{}]", 1, 2, "Expected an object with the property 'id'.")]
    [InlineData("[\n {\"id\": 1}]", 2, 9, "Expected a string.")]
    [InlineData("[{\"id\":\"a\"},\n{\"id\":\"a\"}]", 2, 7, "The model 'a' stands twice in the catalogue.")]
    [InlineData("[{\"id\":\"a\",\"status\":\"stable\",\"inputTokenLimit\":\"many\"}]", 1, 48, "Expected a whole number.")]
    [InlineData("[{\"id\":\"a\",\"inptTokenLimit\":1}]", 1, 12, "Nothing reads the property 'inptTokenLimit'.")]
    [InlineData("[{\"id\":\"a\",\"prices\":{\"tiers\":[{\"input\":1}]}}]", 1, 32, "Nothing reads the property 'input'.")]
    [InlineData("[{\"id\":\"a\",\"replacement\":\"b\"}]", 1, 26, "The catalogue has no model 'b'.")]
    [InlineData("[{\"id\":\"a\",\"aliasOf\":\"a\"}]", 1, 22, "The property 'aliasOf' leads round in a circle.")]
    [InlineData("[{\"id\":\"a\",\"status\":\"stable\",\"released\":\"soon\"}]", 1, 41, "Expected a day (yyyy-MM-dd) or a month (yyyy-MM).")]
    [InlineData("[{\"id\":\"a\",\"status\":\"stable\",\"prices\":[]}]", 1, 39, "Expected an object.")]
    [InlineData("[{\"id\":\"a\",\"status\":\"stable\",\"notes\":\"x\"}]", 1, 38, "Expected a list.")]
    [InlineData("[{\"id\":\"a\" \"b\"}]", 1, 12, "Expected ',' or '}'.")]
    public void A_fault_in_the_data_stops_the_build_at_its_place(string json, int line, int column, string message)
    {
        Diagnostic diagnostic = Assert.Single(Run(json, "Runtime").Diagnostics);

        Assert.Equal(("CATALOG001", message), (diagnostic.Id, diagnostic.GetMessage(null)));
        Assert.Equal(new LinePosition(line - 1, column - 1), diagnostic.Location.GetLineSpan().StartLinePosition);
    }

    [Theory]
    [InlineData("Compiler", "SchemaDialects.g.cs")]
    [InlineData("Runtime")]
    public void Schema_languages_are_for_the_compiler(string edition, params string[] files)
    {
        GeneratorDriverRunResult result = Run("""[{"id":"a","keywords":["type"],"typeLists":true}]""", edition, "schema-dialects.json");

        Assert.Empty(result.Diagnostics);
        Assert.Equal(files, result.Results[0].GeneratedSources.Select(static source => source.HintName));
    }

    [Theory]
    [InlineData("{}", 1, "Expected a list of schema languages.")]
    [InlineData("[{\"id\":\"a\",\"keyword\":[]}]", 12, "Nothing reads the property 'keyword'.")]
    [InlineData("[{\"keywords\":[]}]", 2, "Expected an object with the property 'id'.")]
    public void A_fault_in_the_schema_languages_stops_the_build_at_its_place(string json, int column, string message)
    {
        Diagnostic diagnostic = Assert.Single(Run(json, "Compiler", "schema-dialects.json").Diagnostics);

        Assert.Equal(("CATALOG001", message), (diagnostic.Id, diagnostic.GetMessage(null)));
        Assert.Equal(new LinePosition(0, column - 1), diagnostic.Location.GetLineSpan().StartLinePosition);
    }

    private static IEnumerable<string> Texts(GeneratorDriverRunResult result)
        => result.Results[0].GeneratedSources.Select(static source => source.SourceText.ToString());

    private static GeneratorDriverRunResult Run(string json, string edition, string file = "gemini-models.json")
        => CSharpGeneratorDriver.Create(
                [new CatalogGenerator.CatalogGenerator().AsSourceGenerator()],
                [new MemoryText(file, json), new MemoryText("other.json", "nonsense")],
                optionsProvider: new Options(edition))
            .RunGenerators(CSharpCompilation.Create("any"))
            .GetRunResult();

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(string edition) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(edition);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string edition) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = edition;
            return key == "build_property.GeminiCatalog" && edition.Length > 0;
        }
    }
}
