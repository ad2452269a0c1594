using GeminiGen.Analyzers.Prompts;
using GeminiGen.Analyzers.Resilience;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>What the rules about contracts' settings need to know of the project.</summary>
/// <param name="Symbols">The runtime's types.</param>
/// <param name="Facts">Who repeats calls.</param>
/// <param name="Catalog">The models.</param>
/// <param name="Prompts">The prompt files.</param>
/// <param name="Options">The rules' options.</param>
internal sealed record ContractRules(GeminiSymbols Symbols, ProjectFacts Facts, ModelCatalog Catalog, ProjectPrompts Prompts, AnalyzerOptions Options);
