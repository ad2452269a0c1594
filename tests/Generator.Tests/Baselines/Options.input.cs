#nullable enable
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Methods with a model and safety settings of their own, and with options.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [Generation(Temperature = 0.5, MaxOutputTokens = 1000, StopSequences = new[] { "END" })]
    [Safety(HarmCategory.Harassment, HarmBlockThreshold.BlockOnlyHigh)]
    [Safety(HarmCategory.HateSpeech, HarmBlockThreshold.Off)]
    public partial interface IOptionsDesk
    {
        /// <summary>Text.</summary>
        [Prompt("{question}")]
        [Generation(Thinking = ThinkingLevel.Low)]
        Task<string> AskAsync(string question, PromptOptions? options = null, CancellationToken cancellationToken = default);

        /// <summary>Another model, stricter in one category.</summary>
        [Prompt("{question}")]
        [Model("gemini-2.5-flash")]
        [Safety(HarmCategory.HateSpeech, HarmBlockThreshold.BlockLowAndAbove)]
        [Generation(ThinkingBudget = 512)]
        Task<string> AskOtherAsync(string question, PromptOptions? options = null);

        /// <summary>A value.</summary>
        [Prompt("{question}")]
        Task<OptionsAnswer> AskTypedAsync(string question, PromptOptions? options = null);

        /// <summary>A result.</summary>
        [Prompt("{question}")]
        Task<PromptResult<string>> AskResultAsync(string question, PromptOptions? options = null);

        /// <summary>A stream.</summary>
        [Prompt("{question}")]
        PromptStream<string> TellAsync(PromptOptions options, string question);

        /// <summary>A history and functions.</summary>
        [Prompt("{question}")]
        [Tools(typeof(OptionsClock))]
        Task<string> ChatAsync(Conversation conversation, string question, PromptOptions? options = null);
    }

    /// <summary>An answer.</summary>
    public sealed record OptionsAnswer(int Count);

    /// <summary>A clock.</summary>
    public sealed class OptionsClock
    {
        private readonly string _time = "noon";

        /// <summary>The time.</summary>
        [Tool("The time.")]
        public string Now() => _time;
    }
}
