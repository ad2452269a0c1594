using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Every generation setting; the method's win one by one.</summary>
    [GeminiPrompts(Model = "gemini-2.5-flash")]
    [Generation(Temperature = 0.5, MaxOutputTokens = 1000)]
    [Retry(MaxAttempts = 4)]
    [Timeout(Seconds = 90)]
    public partial interface IGenerationDesk
    {
        /// <summary>Only the contract's settings.</summary>
        [Prompt("{text}")]
        Task<string> InheritAsync(string text);

        /// <summary>All settings.</summary>
        [Prompt("{text}")]
        [Generation(Temperature = 0.25, TopP = 0.9, TopK = 40, MaxOutputTokens = 2000, StopSequences = new[] { "END", "\"stop\"\n" }, Seed = 7, ThinkingBudget = 1024)]
        [Retry(MaxAttempts = 2)]
        [Timeout(Seconds = 2.5)]
        Task<string> AllAsync(string text);

        /// <summary>Zero is a value, not an absence.</summary>
        [Prompt("{text}")]
        [Generation(Temperature = 0, Seed = 0, ThinkingBudget = 0)]
        Task<string> ZeroAsync(string text);

        /// <summary>A level instead of a budget.</summary>
        [Prompt("{text}")]
        [Generation(Thinking = ThinkingLevel.High)]
        Task<string> LevelAsync(string text);
    }
}
