#nullable enable
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>A topic.</summary>
    public sealed record Subject(string Name);

    /// <summary>Every return type there is.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IResultsDesk
    {
        /// <summary>Text.</summary>
        [Prompt("{text}")]
        Task<string> TextAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>Text as a value task.</summary>
        [Prompt("{text}")]
        ValueTask<string> ValueTaskAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>Text with usage.</summary>
        [Prompt("{text}")]
        Task<PromptResult<string>> ResultAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>Typed.</summary>
        [Prompt("{text}")]
        Task<Subject> TypedAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>Typed with usage.</summary>
        [Prompt("{text}")]
        Task<PromptResult<Subject>> TypedResultAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>Typed, or nothing.</summary>
        [Prompt("{text}")]
        Task<Subject?> TypedOrNullAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>A number, or nothing.</summary>
        [Prompt("{text}")]
        Task<PromptResult<int?>> NumberOrNullAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>A stream.</summary>
        [Prompt("{text}")]
        PromptStream<string> StreamAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>A plain stream.</summary>
        [Prompt("{text}")]
        IAsyncEnumerable<string> EnumerateAsync(string text, CancellationToken cancellationToken = default);
    }
}
