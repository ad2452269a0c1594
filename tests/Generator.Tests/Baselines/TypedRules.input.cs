// language: 11
#nullable enable
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk;

/// <summary>How urgent it is.</summary>
public enum Urgency
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Middle.</summary>
    Middle,

    /// <summary>High.</summary>
    High,
}

/// <summary>
/// One opinion, as &lt;told&gt; by
/// <see cref="Urgency"/>.
/// </summary>
/// <param name="Stars">From one to five.</param>
/// <param name="Text">What was said.</param>
public sealed record Opinion([Range(1, 5)] int Stars, [StringLength(200, MinimumLength = 3)] string Text);

/// <summary>A review.</summary>
public sealed class Review
{
    /// <summary>The code, such as <c>AB-12</c>.</summary>
    [RegularExpression("[A-Z]{2}-[0-9]{2}")]
    public required string Code { get; init; }

    /// <summary>Told by attribute.</summary>
    [Description("The price in euros.")]
    [Range(0.5, 100.0, MinimumIsExclusive = true)]
    public required decimal Price { get; init; }

    /// <summary>The share.</summary>
    [Range(0.0, 1.0)]
    public double? Share { get; init; }

    /// <summary>The urgency.</summary>
    [AllowedValues(Urgency.Low, Urgency.High)]
    public required Urgency Urgency { get; init; }

    /// <summary>The size.</summary>
    [AllowedValues(1, 2, 4)]
    public required byte Size { get; init; }

    /// <summary>The tone.</summary>
    [AllowedValues("warm", "cold")]
    public string? Tone { get; init; }

    /// <summary>Who wrote it.</summary>
    [Required]
    public string? Author { get; init; }

    /// <summary>Key words.</summary>
    [MinLength(1), MaxLength(3)]
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>All opinions.</summary>
    public required List<Opinion> Opinions { get; init; }

    /// <summary>By place.</summary>
    [MinLength(1)]
    public required Dictionary<string, Opinion> Places { get; init; }

    /// <summary>The best, if any.</summary>
    public Opinion? Best { get; init; }
}

/// <summary>Answers with annotations.</summary>
[GeminiPrompts(Model = "gemini-3.8-flash")]
public partial interface ITypedRulesDesk
{
    /// <summary>A review.</summary>
    [Prompt("{text}")]
    Task<Review> ReviewAsync(string text);

    /// <summary>A review as a result.</summary>
    [Prompt("{text}")]
    Task<PromptResult<Review>> ReviewResultAsync(string text);

    /// <summary>A list.</summary>
    [Prompt("{text}")]
    Task<List<Opinion>> OpinionsAsync(string text);
}
