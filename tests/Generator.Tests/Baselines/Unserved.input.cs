using System.Collections.Generic;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Methods that cannot be served get a body that says why.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IUnservedDesk
    {
        /// <summary>No prompt.</summary>
        Task<string> NoPromptAsync(string question);

        /// <summary>An answer nobody can read.</summary>
        [Prompt("{question}")]
        Task<Dictionary<int, object>> UnsupportedAsync(string question);

        /// <summary>Not asynchronous.</summary>
        [Prompt("{question}")]
        string Synchronous(string question);

        /// <summary>No such parameter.</summary>
        [Prompt("{answer}")]
        Task<string> NoParameterAsync(string question);

        /// <summary>A broken template.</summary>
        [Prompt("{question")]
        Task<string> BrokenAsync(string question);

        /// <summary>Served.</summary>
        [Prompt("{question}")]
        Task<string> ServedAsync(string question);
    }
}
