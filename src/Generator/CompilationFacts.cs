using GeminiGen.Generator.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator;

/// <summary>What of a compilation shapes the output.</summary>
/// <param name="IsRuntimeReferenced">Whether the types that generated code calls are there; without them nothing is generated.</param>
/// <param name="HasUtf8Literals">Whether the language has <c>u8</c> and raw literals (C# 11).</param>
/// <param name="AssemblyName">The name of the assembly.</param>
internal readonly record struct CompilationFacts(bool IsRuntimeReferenced, bool HasUtf8Literals, string AssemblyName)
{
    /// <summary>Whether the project changes the model catalogue.</summary>
    public bool HasModels { get; init; }

    /// <summary>Whether the tool that keeps the prompt lock, or the rule that compares it, asks what contracts say.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The class that holds the project's models.</summary>
    public string ModelsClass => ProjectModels.ClassName(AssemblyName);

    /// <summary>Reads the facts.</summary>
    public static CompilationFacts Read(Compilation compilation) => new(
        compilation.GetTypeByMetadataName(WellKnownNames.PromptCallsMetadataName) is not null,
        compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 },
        compilation.AssemblyName ?? "");
}
