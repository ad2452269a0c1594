using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>The smallest contract.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface ITextDesk
    {
        /// <summary>Answers.</summary>
        [Prompt("{question}")]
        Task<string> AnswerAsync(string question);

        /// <summary>Asks without an argument.</summary>
        [Prompt("Tell me a joke.")]
        Task<string> JokeAsync();
    }
}
