using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator;

/// <summary>What of a compilation shapes the output.</summary>
/// <param name="IsRuntimeReferenced">Whether the types that generated code calls are there; without them nothing is generated.</param>
/// <param name="HasUtf8Literals">Whether the language has <c>u8</c> and raw literals (C# 11).</param>
internal readonly record struct CompilationFacts(bool IsRuntimeReferenced, bool HasUtf8Literals)
{
    /// <summary>Reads the facts.</summary>
    public static CompilationFacts Read(Compilation compilation) => new(
        compilation.GetTypeByMetadataName(WellKnownNames.PromptCallsMetadataName) is not null,
        compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 });
}
