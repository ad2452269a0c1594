using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>No contract by itself.</summary>
    public interface ICommonDesk
    {
        /// <summary>Inherited.</summary>
        [Prompt("Translate to {language}: {text}")]
        [SystemInstruction("You translate.")]
        Task<string> TranslateAsync(string text, string language);
    }

    /// <summary>Has the methods of its base.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [Generation(Temperature = 0.1)]
    public partial interface IInheritingDesk : ICommonDesk
    {
        /// <summary>Its own.</summary>
        [Prompt("{question}")]
        Task<string> AnswerAsync(string question);
    }
}
