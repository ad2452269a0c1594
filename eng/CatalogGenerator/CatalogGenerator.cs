using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CatalogGenerator;

/// <summary>
/// Turns <c>gemini-models.json</c> and <c>schema-dialects.json</c> into C# while our own projects are built. It ships nowhere. The MSBuild property <c>GeminiCatalog</c> says
/// which edition a project gets: <c>Runtime</c> (public constants and typed entries) or <c>Compiler</c> (the internal table).
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogGenerator : IIncrementalGenerator
{
    private const string ModelsFile = "gemini-models.json";
    private const string DialectsFile = "schema-dialects.json";

    private static readonly DiagnosticDescriptor InvalidData = new(
        "CATALOG001", "Invalid model catalogue", "{0}", "GeminiGen.Catalog", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<string?> edition = context.AnalyzerConfigOptionsProvider.Select(static (provider, _)
            => provider.GlobalOptions.TryGetValue("build_property.GeminiCatalog", out string? value) ? value : null);
        IncrementalValuesProvider<(AdditionalText File, string? Edition)> inputs = context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) is ModelsFile or DialectsFile)
            .Combine(edition);
        context.RegisterSourceOutput(inputs, static (output, input) => Execute(output, input.File, input.Edition));
    }

    private static void Execute(SourceProductionContext output, AdditionalText file, string? edition)
    {
        try
        {
            JsonValue data = JsonTextReader.Parse(Read(file, output.CancellationToken));
            if (Path.GetFileName(file.Path) == ModelsFile)
            {
                AddModels(output, data, edition);
            }
            else if (edition == "Compiler")
            {
                CatalogValidator.ValidateDialects(data);
                Add(output, "SchemaDialects.g.cs", CatalogEmitter.DialectTable(data.Items));
            }
        }
        catch (JsonSyntaxException e)
        {
            output.ReportDiagnostic(Diagnostic.Create(InvalidData, LocationOf(file, e.Position), e.Reason));
        }
    }

    private static void AddModels(SourceProductionContext output, JsonValue catalog, string? edition)
    {
        CatalogValidator.Validate(catalog);
        switch (edition)
        {
            case "Runtime":
                Add(output, "GeminiModels.g.cs", CatalogEmitter.Constants(catalog));
                Add(output, "GeminiModelCatalog.g.cs", CatalogEmitter.RuntimeData(catalog));
                break;
            case "Compiler":
                Add(output, "CatalogTable.g.cs", CatalogEmitter.CompilerTable(catalog.Items));
                break;
        }
    }

    private static string Read(AdditionalText file, CancellationToken cancellationToken)
        => file.GetText(cancellationToken)?.ToString() ?? "";

    private static void Add(SourceProductionContext output, string name, string text)
        => output.AddSource(name, text.Replace("\r\n", "\n"));

    private static Location LocationOf(AdditionalText file, JsonPosition position)
    {
        var place = new LinePosition(position.Line - 1, position.Column - 1);
        return Location.Create(file.Path, new TextSpan(position.Offset, 0), new LinePositionSpan(place, place));
    }
}
