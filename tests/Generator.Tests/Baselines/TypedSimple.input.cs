using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>A mood.</summary>
    public enum Mood
    {
        /// <summary>Good.</summary>
        Good,

        /// <summary>Bad.</summary>
        Bad,
    }

    /// <summary>A topic.</summary>
    public sealed record Topic(string Name, Mood? Mood);

    /// <summary>Answers that are no object of their own.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface ITypedSimpleDesk
    {
        /// <summary>An enum.</summary>
        [Prompt("{text}")]
        Task<Mood> EnumAsync(string text);

        /// <summary>A number.</summary>
        [Prompt("{text}")]
        Task<int> IntAsync(string text);

        /// <summary>A large number.</summary>
        [Prompt("{text}")]
        Task<long> LongAsync(string text);

        /// <summary>A fraction.</summary>
        [Prompt("{text}")]
        Task<double> DoubleAsync(string text);

        /// <summary>Money.</summary>
        [Prompt("{text}")]
        Task<decimal> DecimalAsync(string text);

        /// <summary>A truth.</summary>
        [Prompt("{text}")]
        Task<bool> BoolAsync(string text);

        /// <summary>A moment.</summary>
        [Prompt("{text}")]
        Task<DateTimeOffset> MomentAsync(string text);

        /// <summary>Texts.</summary>
        [Prompt("{text}")]
        Task<List<string>> ListAsync(string text);

        /// <summary>Numbers.</summary>
        [Prompt("{text}")]
        Task<int[]> ArrayAsync(string text);

        /// <summary>Objects.</summary>
        [Prompt("{text}")]
        Task<IReadOnlyList<Topic>> TopicsAsync(string text);

        /// <summary>Enums.</summary>
        [Prompt("{text}")]
        Task<Mood[]> MoodsAsync(string text);
    }
}
