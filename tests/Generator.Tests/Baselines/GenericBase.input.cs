#nullable enable
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Prompts for any kind of answer and value.</summary>
    /// <typeparam name="TAnswer">The answer.</typeparam>
    /// <typeparam name="TValue">The value.</typeparam>
    [SystemInstruction("You read closely.")]
    public interface IReaderDesk<TAnswer, TValue>
        where TAnswer : class
    {
        /// <summary>One answer.</summary>
        [Prompt("Read: {value}")]
        Task<TAnswer> ReadAsync(TValue value, CancellationToken cancellationToken = default);

        /// <summary>Several.</summary>
        [Prompt("List what is in {#each values as value}{value}{:separator}, {/each}")]
        [Model("gemini-3.5-flash")]
        Task<List<TAnswer>> ListAsync([Untrusted] IReadOnlyList<TValue> values, PromptOptions? options = null);
    }

    /// <summary>Two kinds of it.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IGenericBaseDesk : IReaderDesk<GenericCard, string>, IReaderDesk<GenericNote, int>
    {
        /// <summary>Its own.</summary>
        [Prompt("{question}")]
        Task<string> AskAsync(string question);
    }

    /// <summary>A card.</summary>
    public sealed record GenericCard(string Title);

    /// <summary>A note.</summary>
    public sealed record GenericNote(int Number);
}
