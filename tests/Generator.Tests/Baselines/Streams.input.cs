#nullable enable
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Threading;
using GeminiGen;

namespace Feeds
{
    /// <summary>What a document is about.</summary>
    public sealed record Topic([MaxLength(40)] string Name, [Range(1, 10)] int Weight);

    /// <summary>How it sounds.</summary>
    public enum Mood
    {
        /// <summary>Good.</summary>
        Good,

        /// <summary>Bad.</summary>
        Bad,
    }

    /// <summary>Streams of items.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IFeedDesk
    {
        /// <summary>Objects.</summary>
        [Prompt("List the topics of {document}")]
        PromptStream<Topic> TopicsAsync(string document, CancellationToken cancellationToken = default);

        /// <summary>Objects, plainly.</summary>
        [Prompt("List the topics of {document}")]
        IAsyncEnumerable<Topic> EnumerateTopicsAsync(string document, CancellationToken cancellationToken = default);

        /// <summary>Numbers.</summary>
        [Prompt("List the numbers in {document}")]
        PromptStream<int> NumbersAsync(string document, CancellationToken cancellationToken = default);

        /// <summary>Objects, or nothing in their place.</summary>
        [Prompt("For each paragraph of {document}, what is it about?")]
        PromptStream<Topic?> TopicsOrNullAsync(string document, CancellationToken cancellationToken = default);

        /// <summary>Numbers, or nothing in their place.</summary>
        [Prompt("For each paragraph of {document}, which year is it about?")]
        PromptStream<int?> YearsAsync(string document, CancellationToken cancellationToken = default);

        /// <summary>Lists.</summary>
        [Prompt("For each paragraph of {document}, which moods has it?")]
        PromptStream<List<Mood>> MoodsAsync(string document, CancellationToken cancellationToken = default);
    }
}
