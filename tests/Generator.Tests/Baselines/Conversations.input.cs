#nullable enable
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Methods with a history.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [SystemInstruction("Be brief.")]
    public partial interface IConversationDesk
    {
        /// <summary>Text.</summary>
        [Prompt("{message}")]
        Task<string> ChatAsync(Conversation conversation, string message, CancellationToken cancellationToken = default);

        /// <summary>A result, with or without a history.</summary>
        [Prompt("{message}")]
        Task<PromptResult<string>> ChatWithUsageAsync(string message, Conversation? request = null);

        /// <summary>A value.</summary>
        [Prompt("Where are we in {message}?")]
        Task<ConversationState> StateAsync(string message, Conversation conversation);

        /// <summary>A stream.</summary>
        [Prompt("{message}")]
        PromptStream<string> StreamAsync(Conversation conversation, string message, CancellationToken cancellationToken = default);
    }

    /// <summary>An answer.</summary>
    public sealed record ConversationState(string Topic, bool IsOver);
}
