// language: 11
#nullable enable
using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Bounds;

/// <summary>Arguments with bounds: of the contract's methods, and of functions the model calls.</summary>
[GeminiPrompts(Model = "gemini-3.8-flash")]
public partial interface IArgumentDesk
{
    /// <summary>Texts and numbers.</summary>
    [Prompt("{feedback} {stars} {code} {tone}")]
    Task<string> RateAsync(
        [MaxLength(20)] string feedback,
        [Range(1, 5)] int stars,
        [RegularExpression("[A-Z]{2}-[0-9]{2}")] string code = "AB-12",
        [AllowedValues("warm", "cold")] string? tone = null,
        CancellationToken cancellationToken = default);

    /// <summary>Lists, what may be null, and what must not be.</summary>
    [Prompt("{#each names as name}{name}{/each} {share} {title} {mood} {id}")]
    PromptStream<string> Name(
        [Length(1, 3)] IReadOnlyList<string> names,
        [Range(0.0, 1.0, MaximumIsExclusive = true)] double? share,
        [Required, StringLength(10, MinimumLength = 2)] string? title,
        [AllowedValues(Mood.Good, Mood.Calm)] Mood? mood,
        [Required] Guid? id,
        [MinLength(1)] params string[] request);

    /// <summary>The same code, and a key.</summary>
    [Prompt("{code}")]
    Task<string> FindAsync([RegularExpression("[A-Z]{2}-[0-9]{2}")] string code, [ConversationKey, MaxLength(8)] string key);

    /// <summary>A vector.</summary>
    [Embed]
    Task<float[]> EmbedAsync([MaxLength(20)] string text);

    /// <summary>With functions.</summary>
    [Prompt("{question}")]
    [Tools(typeof(IOrderDesk))]
    Task<PromptResult<string>> AskAsync(string question);
}

/// <summary>A mood.</summary>
public enum Mood
{
    /// <summary>Good.</summary>
    Good,

    /// <summary>Bad.</summary>
    Bad,

    /// <summary>Calm.</summary>
    Calm,
}

/// <summary>One line of an order.</summary>
/// <param name="Sku">What.</param>
/// <param name="Count">How often.</param>
public sealed record OrderLine([RegularExpression("[a-z]+")] string Sku, [Range(1, 9)] int Count);

/// <summary>An order.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Note">For the packers.</param>
public sealed record NewOrder([MinLength(1)] IReadOnlyList<OrderLine> Lines, [MaxLength(5)] string? Note);

/// <summary>Functions with bounds.</summary>
public interface IOrderDesk
{
    /// <summary>Of one argument, of members of one, and of one that may be left out.</summary>
    [Tool("Places an order")]
    string Place([RegularExpression("[A-Z]{2}")] string country, NewOrder order, [Range(1, 3)] int call = 0, [AllowedValues("air", "sea")] string? way = null, [Required] string? name = null);

    /// <summary>Of lists.</summary>
    [Tool("Counts orders")]
    int Count([Length(1, 2)] string[] ids, [StringLength(3, MinimumLength = 2)] string prefix);
}
