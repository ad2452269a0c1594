using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>A template whose place nobody asks for.</summary>
internal sealed class NoSite : TemplateSite
{
    private NoSite()
    {
    }

    /// <summary>The only one.</summary>
    public static NoSite Instance { get; } = new();

    /// <inheritdoc/>
    public override Location Locate(int start, int length) => Location.None;
}
