namespace GeminiGen.Generator.Catalog;

/// <summary>What a project's <c>gemini-models.json</c> says, over the package's catalogue.</summary>
/// <param name="Models">The models it names, complete.</param>
internal sealed record ProjectModels(EquatableArray<ProjectModel> Models)
{
    /// <summary>The class that holds them. Each assembly has a name of its own, for friends would see both.</summary>
    public static string ClassName(string assemblyName)
    {
        char[] name = assemblyName.ToCharArray();
        for (int i = 0; i < name.Length; i++)
        {
            name[i] = char.IsLetterOrDigit(name[i]) ? name[i] : '_';
        }

        return "ProjectModels_" + new string(name);
    }
}
