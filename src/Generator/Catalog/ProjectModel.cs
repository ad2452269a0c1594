namespace GeminiGen.Generator.Catalog;

/// <summary>A model as a project's catalogue has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Creation">The C# expression that makes its entry.</param>
internal sealed record ProjectModel(string Id, string Creation);
