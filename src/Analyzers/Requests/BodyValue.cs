using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Requests;

/// <summary>A value of a request's body, as the source makes it. A value of which the source tells nothing has neither members, items, text nor holes.</summary>
/// <param name="Node">The source it comes from.</param>
internal sealed record BodyValue(SyntaxNode Node)
{
    /// <summary>The members of an object; null for anything else.</summary>
    public List<BodyMember>? Members { get; init; }

    /// <summary>The items of an array; null for anything else.</summary>
    public List<BodyValue>? Items { get; init; }

    /// <summary>A text all of whose characters are known; otherwise null.</summary>
    public string? Text { get; init; }

    /// <summary>The characters of the text alone, where they stand together in this file.</summary>
    public TextSpan? TextSpan { get; init; }

    /// <summary>A number (<c>double</c>) or a truth value written as JSON; null when it is neither.</summary>
    public object? Constant { get; init; }

    /// <summary>What is put in as the whole value in a text that is written as JSON.</summary>
    public ExpressionSyntax? Given { get; init; }

    /// <summary>The characters of the value in a text that is written as JSON, where they are known.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>What is pasted between the quotes of a text that is written as JSON.</summary>
    public List<ExpressionSyntax> Holes { get; init; } = [];
}
