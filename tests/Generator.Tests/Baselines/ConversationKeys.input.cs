#nullable enable
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Methods whose history has a key.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IKeyedDesk
    {
        /// <summary>Text.</summary>
        [Prompt("{message}")]
        Task<string> ChatAsync([ConversationKey] string user, string message, CancellationToken cancellationToken = default);

        /// <summary>A stream, with or without a history.</summary>
        [Prompt("{message}")]
        PromptStream<string> StreamAsync(string message, [ConversationKey] string? _conversations = null);

        /// <summary>A history of the caller's own.</summary>
        [Prompt("{message}")]
        Task<string> ChatAsync(Conversation conversation, string message);

        /// <summary>A history and functions.</summary>
        [Prompt("{message}")]
        [Tools(typeof(Dice))]
        Task<PromptResult<string>> PlayAsync([ConversationKey] string table, string message, PromptOptions? options = null);
    }

    /// <summary>Functions.</summary>
    public static class Dice
    {
        /// <summary>Rolls.</summary>
        [Tool("Rolls a die")]
        public static int Roll() => 4;
    }
}
