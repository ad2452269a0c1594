#nullable enable
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Methods that show the model what is wanted.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [SystemInstruction("You rate reviews.")]
    public partial interface IExampleDesk
    {
        /// <summary>Text.</summary>
        [Example(User = "Say \"{review}\".\r\nNow.", Model = "😀 {{good}}")]
        [Example(User = "Awful.", Model = "bad")]
        [Prompt("{review}")]
        Task<string> RateAsync(string review);

        /// <summary>A value, with a history.</summary>
        [Prompt("{review}")]
        [Example(User = "Great!", Model = "{\"stars\":5}")]
        Task<ExampleRating> RateTypedAsync(string review, Conversation? conversation = null);

        /// <summary>Text, with functions.</summary>
        [Prompt("{question}")]
        [Example(User = "How late is it?", Model = "Noon.")]
        [Tools(typeof(ExampleClock))]
        Task<string> AskAsync(string question);
    }

    /// <summary>A clock.</summary>
    public sealed class ExampleClock
    {
        private readonly string _time = "noon";

        /// <summary>The time.</summary>
        [Tool("The time.")]
        public string Now() => _time;
    }

    /// <summary>A rating.</summary>
    public sealed record ExampleRating(int Stars);
}
