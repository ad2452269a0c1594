using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>The class has a chosen name; the model comes from configuration.</summary>
    [GeminiPrompts(ClassName = "ChosenSupport")]
    internal partial interface IChosenDesk
    {
        /// <summary>Answers.</summary>
        [Prompt("{question}")]
        Task<string> AnswerAsync(string question);
    }
}
