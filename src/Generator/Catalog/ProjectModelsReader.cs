using System.Collections.Immutable;
using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Json;

namespace GeminiGen.Generator.Catalog;

/// <summary>Reads the project's catalogue files. One that cannot be read counts as absent: a rule says what is wrong with it.</summary>
internal static class ProjectModelsReader
{
    // The package's data, read by the first project that changes it.
    private static readonly Lazy<JsonValue> BuiltIn = new(ReadBuiltIn);

    /// <summary>Puts the files, in their order, over the package's catalogue.</summary>
    public static ProjectModels Read(ImmutableArray<string> files)
    {
        List<string> ids = [];
        Dictionary<string, JsonValue> models = new(StringComparer.Ordinal);
        foreach (string file in files)
        {
            foreach (JsonValue entry in Parse(file))
            {
                string id = ProjectCatalogFile.IdOf(entry);
                bool isKnown = models.TryGetValue(id, out JsonValue? below);
                if (!isKnown)
                {
                    ids.Add(id);
                    below = FindBuiltIn(id);
                }

                models[id] = below is null ? entry : JsonMerge.Over(below, entry, ProjectCatalogFile.WholeProperty);
            }
        }

        List<ProjectModel> read = new(ids.Count);
        foreach (string id in ids)
        {
            read.Add(new ProjectModel(id, ValueWriter.Object(models[id], CatalogShapes.Runtime)));
        }

        return new ProjectModels(read.ToEquatableArray());
    }

    private static IReadOnlyList<JsonValue> Parse(string text)
    {
        try
        {
            return ProjectCatalogFile.Parse(text);
        }
        catch (JsonSyntaxException)
        {
            return [];
        }
    }

    private static JsonValue? FindBuiltIn(string id)
    {
        foreach (JsonValue model in BuiltIn.Value.Items)
        {
            if (ProjectCatalogFile.IdOf(model) == id)
            {
                return model;
            }
        }

        return null;
    }

    private static JsonValue ReadBuiltIn()
    {
        using Stream stream = typeof(ProjectModelsReader).Assembly.GetManifestResourceStream(ProjectCatalogFile.Name)!;
        using StreamReader reader = new(stream);
        return JsonTextReader.Parse(reader.ReadToEnd());
    }
}
