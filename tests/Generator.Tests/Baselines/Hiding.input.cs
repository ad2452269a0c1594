using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>A base whose prompt is hidden.</summary>
    public interface IHiddenDesk
    {
        /// <summary>The hidden one.</summary>
        [Prompt("Translate to {language}: {text}")]
        [SystemInstruction("You translate.")]
        Task<string> TranslateAsync(string text, string language);
    }

    /// <summary>Hides the method of its base: who calls it as the base gets the base's prompt.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IHidingDesk : IHiddenDesk
    {
        /// <summary>Its own.</summary>
        [Prompt("Say in {language}: {text}")]
        new Task<string> TranslateAsync(string text, string language);
    }
}
