using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Emission;

/// <summary>The one place that makes source text, so that encoding and checksum are the same for every file.</summary>
internal static class SourceTextFactory
{
    /// <summary>Makes a source text of what was written.</summary>
    public static SourceText Create(string text)
#pragma warning disable RS0030 // The ban exists so that this is the only call.
        => SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256);
#pragma warning restore RS0030
}
