using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Where a character of a folded text comes from.</summary>
/// <param name="Node">What gives it in the expression that was folded: a literal, or a reference.</param>
/// <param name="Origin">The literal it stands in.</param>
/// <param name="Reach">How the one leads to the other.</param>
internal readonly record struct TextPart(SyntaxNode Node, SyntaxNode Origin, TextReach Reach)
{
    /// <summary>The part of a literal.</summary>
    public static TextPart Of(SyntaxNode literal) => new(literal, literal, TextReach.Direct);

    /// <summary>The same part, reached through a reference.</summary>
    public TextPart Through(SyntaxNode reference, TextReach reach) => new(reference, Reach == TextReach.Member && reach == TextReach.Local ? Node : Origin, reach);
}
