using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Benchmarks.Analysis;

/// <summary>A project whose analysis is measured.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Goal">The most that our analyzers may add to its compile; null where no goal is set.</param>
/// <param name="Create">Parses it anew, so that no turn finds anything that another one has left.</param>
internal sealed record MeasuredProject(string Name, string? Goal, Func<CSharpCompilation> Create);
