#nullable enable
using System.ComponentModel.DataAnnotations;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Extras
{
    /// <summary>A mark.</summary>
    public sealed record Mark([Range(1, 5)] int Stars, string Reason);

    /// <summary>Repairs, thoughts, responses.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [Repair]
    [Include(Thoughts = true)]
    public partial interface IMarkDesk
    {
        /// <summary>As the contract says.</summary>
        [Prompt("Mark {text}")]
        Task<PromptResult<Mark>> MarkAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>Three repairs; no place for thoughts.</summary>
        [Prompt("Mark {text}")]
        [Repair(MaxAttempts = 3)]
        Task<Mark> PlainAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>No repair, the response, no thoughts.</summary>
        [Prompt("Mark {text}")]
        [Repair(MaxAttempts = 0)]
        [Include(RawResponse = true)]
        Task<PromptResult<Mark>> RawAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>Text has nothing to repair.</summary>
        [Prompt("Mark {text}")]
        [Generation(Thinking = ThinkingLevel.Low)]
        [Include(Thoughts = true, RawResponse = true)]
        Task<PromptResult<string>> TextAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>A stream.</summary>
        [Prompt("Mark each of {text}")]
        [Include(Thoughts = true, RawResponse = true)]
        PromptStream<Mark> StreamAsync(string text, CancellationToken cancellationToken = default);
    }
}
