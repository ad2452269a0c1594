using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>The method's instruction wins over the contract's.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [SystemInstruction("You are a patient support agent.")]
    public partial interface ISystemInstructionDesk
    {
        /// <summary>Has the contract's instruction.</summary>
        [Prompt("{question}")]
        Task<string> AnswerAsync(string question);

        /// <summary>Has its own instruction, with a value in it.</summary>
        [Prompt("{question}")]
        [SystemInstruction("You answer in {language}.")]
        Task<string> AnswerInAsync(string question, string language);
    }
}
