using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>All that a prompt lock keeps.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [SystemInstruction("You are patient.\r\nBe brief.")]
    public partial interface ILocks
    {
        /// <summary>Values, braces, defaults, and characters that end a line of C#.</summary>
        [Prompt("In {language}: {question,-10} {price:0.00} {{\u2028}}")]
        [Generation(Thinking = ThinkingLevel.Low, MaxOutputTokens = 4000, StopSequences = new[] { "END" })]
        [Safety(HarmCategory.Harassment, HarmBlockThreshold.BlockNone)]
        [Retry(MaxAttempts = 4)]
        [Timeout(Seconds = 2.5)]
        Task<string> AnswerAsync(string question, decimal price, string language = "English", CancellationToken cancellationToken = default);

        /// <summary>An overload with blocks.</summary>
        [Prompt("{#if strict}Strictly. {:else}Kindly. {/if}{#each notes as note}{@number}. {note}{:separator}, {:empty}nothing{/each}{#if !strict}!{/if}")]
        [Model("gemini-3.5-flash")]
        [Include(Thoughts = true)]
        Task<PromptResult<string>> AnswerAsync(IReadOnlyList<string> notes, bool strict);

        /// <summary>Typed, with examples and a value from others.</summary>
        [Prompt("Rate {review}")]
        [Example(User = "Fine.", Model = "{\"stars\":4}")]
        [Repair(MaxAttempts = 2)]
        Task<Rating> RateAsync([Untrusted] string review);

        /// <summary>A file with roles, front matter and a file in it.</summary>
        [PromptFile("Prompts/Ask.prompt")]
        PromptStream<string> AskAsync(string text, string? tone = null);

        /// <summary>Functions.</summary>
        [Prompt("{question}")]
        [Tools(typeof(Clock), MaxRounds = 3)]
        [GoogleSearch]
        Task<string> LookUpAsync(string question);

        /// <summary>Vectors.</summary>
        [Embed(Model = "gemini-embedding-001", TaskType = EmbeddingTask.RetrievalQuery, OutputDimensionality = 768)]
        Task<float[]> EmbedAsync(string text);

        /// <summary>Not served.</summary>
        [Prompt("{missing}")]
        Task<string> FailAsync();
    }

    /// <summary>An answer.</summary>
    /// <param name="Stars">One to five.</param>
    public sealed record Rating(int Stars);

    /// <summary>Functions.</summary>
    public static class Clock
    {
        /// <summary>Tells the time.</summary>
        /// <param name="city">Where.</param>
        [Tool(RequiresApproval = true)]
        public static string Now(string city) => city;
    }
}
