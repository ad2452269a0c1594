using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Where a template stands.</summary>
internal abstract class TemplateSite
{
    /// <summary>The source of some characters of the template.</summary>
    /// <param name="start">The first character.</param>
    /// <param name="length">How many; 0 for a position between two.</param>
    public abstract Location Locate(int start, int length);
}
