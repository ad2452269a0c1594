using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace @namespace.@class
{
    /// <summary>Names that are keywords.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IKeywordDesk
    {
        /// <summary>Keywords.</summary>
        [Prompt("{class} {event} {default} {string}")]
        Task<@enum> @return(string @class, int @event, @checked @default, string? @string = null, CancellationToken @new = default);
    }

    /// <summary>An enum.</summary>
    public enum @checked
    {
        /// <summary>A.</summary>
        @private,

        /// <summary>B.</summary>
        @public,
    }

    /// <summary>An answer.</summary>
    public sealed record @enum(string @class, int @int);
}
