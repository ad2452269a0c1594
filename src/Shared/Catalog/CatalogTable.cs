namespace GeminiGen.Shared.Catalog;

/// <summary>The entries of the package's catalogue inside the compiler: the same data the runtime has, as far as rules need it.</summary>
internal static partial class CatalogTable
{
    /// <summary>Every entry, in the catalogue's order.</summary>
    public static IReadOnlyList<CatalogModel> All { get; } = CreateAll();

    private static partial CatalogModel[] CreateAll();
}
