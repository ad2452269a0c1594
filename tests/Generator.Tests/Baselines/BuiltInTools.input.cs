#nullable enable
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Methods with tools the API runs itself.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [GoogleSearch]
    public partial interface ISearchDesk
    {
        /// <summary>The contract's tool.</summary>
        [Prompt("{question}")]
        Task<PromptResult<string>> AskAsync(string question);

        /// <summary>All of them.</summary>
        [Prompt("{question}")]
        [GoogleSearch]
        [CodeExecution]
        [UrlContext]
        Task<string> ComputeAsync(string question);
    }
}
