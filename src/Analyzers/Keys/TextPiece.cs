using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Keys;

/// <summary>A part of a text that source puts together.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Text">Its characters; null when they are not known at compile time.</param>
/// <param name="IsReference">True when <paramref name="Node"/> only names a constant that stands elsewhere.</param>
internal readonly record struct TextPiece(SyntaxNode Node, string? Text, bool IsReference = false);
