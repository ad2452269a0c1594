#nullable enable
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;
using GeminiGen.Testing;

namespace Desk
{
    /// <summary>One method of each shape.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IFakedDesk
    {
        /// <summary>Text.</summary>
        [Prompt("Answer in {language}: {question}")]
        Task<string> AnswerAsync(string question, string language = "English", CancellationToken cancellationToken = default);

        /// <summary>A value.</summary>
        [Prompt("Read {Item1} for {_fake}")]
        ValueTask<Card?> ReadAsync(string Item1, int _fake);

        /// <summary>A result in a conversation.</summary>
        [Prompt("{message}")]
        Task<PromptResult<Card>> TalkAsync(Conversation conversation, string message);

        /// <summary>A stream.</summary>
        [Prompt("Write")]
        PromptStream<string> WriteAsync(CancellationToken token = default);

        /// <summary>Items by a key.</summary>
        [Prompt("{text}")]
        IAsyncEnumerable<Card> ListAsync([ConversationKey] string customer, string text);

        /// <summary>A vector.</summary>
        [Embed]
        Task<float[]> EmbedAsync(string text);
    }

    /// <summary>An answer.</summary>
    public sealed record Card(string Title);

    internal static class Tests
    {
        internal static void Run()
        {
            GeminiFake<IFakedDesk> fake = GeminiFake.For<IFakedDesk>();
            GeminiFake.For<IFakedDesk>().OnAnswer((question, language) => question + language);
            fake.OnRead((title, number) => new Card(title + number));
            fake.OnTalk(FakeAnswer.Truncated());
            fake.OnWrite("one", "two");
        }
    }
}
