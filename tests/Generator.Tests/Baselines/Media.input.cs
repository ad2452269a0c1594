using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Media as parameters.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [SystemInstruction("You describe what you see.")]
    public partial interface IMediaDesk
    {
        /// <summary>One, beside text.</summary>
        [Prompt("What is in this picture? {photo}")]
        Task<string> DescribeAsync(Media photo, CancellationToken cancellationToken = default);

        /// <summary>Lists, and one that may be missing.</summary>
        [Prompt("{before}{photos}{more}{after}")]
        PromptStream<string> CompareAsync(Media? before, IReadOnlyList<Media> photos, List<Media>? more, params Media[] after);
    }
}
