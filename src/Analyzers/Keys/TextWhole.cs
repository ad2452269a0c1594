using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>A text that a literal is a part of.</summary>
/// <param name="Host">The expression that gives it; null for what a variable holds.</param>
/// <param name="Text">The text.</param>
internal readonly record struct TextWhole(ExpressionSyntax? Host, FoldedText Text);
