using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>One change of a local variable.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Value">The value, or the chain of calls.</param>
/// <param name="End">The position behind it, from which on it holds.</param>
internal readonly record struct LocalStep(LocalStepKind Kind, ExpressionSyntax Value, int End);
