using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Limits;

/// <summary>A setting with a constant value, in an attribute or in a prompt file.</summary>
/// <param name="Name">The member set, as attributes call it.</param>
/// <param name="Location">The place to mark.</param>
/// <param name="Model">The model it is for; null when nobody names one, or one the catalogue does not know.</param>
internal abstract record Setting(string Name, Location Location, CatalogModel? Model)
{
    /// <summary>The value as an integer; null when it is none.</summary>
    public abstract int? Integer { get; }

    /// <summary>The value as a number; null when it is none.</summary>
    public abstract double? Number { get; }

    /// <summary>The name of the enum's member that the value is; null when it is none.</summary>
    public abstract string? Member { get; }

    /// <summary>The value as messages say it.</summary>
    public abstract string Display { get; }
}
