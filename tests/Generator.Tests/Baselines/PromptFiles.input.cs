using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Prompts in files, and files included.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [SystemInstruction("You write verse, {> Prompts/Shared/Brief.prompt}.")]
    public partial interface IPromptFiles
    {
        /// <summary>A prompt in a file.</summary>
        [PromptFile("Prompts/Poem.prompt")]
        Task<string> WriteAsync(string topic, string mood, int? verses = null);

        /// <summary>A prompt that includes a file.</summary>
        [Prompt("Translate {text}. {> Prompts/Shared/Tone.prompt}")]
        Task<string> TranslateAsync(string text, string mood);
    }
}
