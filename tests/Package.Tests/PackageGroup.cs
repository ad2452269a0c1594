namespace GeminiGen.Package.Tests;

/// <summary>Tests that share the packed package and one restore; one after another, for each of them keeps the machine busy.</summary>
[CollectionDefinition(Name)]
public sealed class PackageGroup : ICollectionFixture<PackageFixture>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Package";
}
