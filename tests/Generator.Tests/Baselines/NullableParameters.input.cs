using System;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>A tone.</summary>
    public enum Tone
    {
        /// <summary>Formal.</summary>
        Formal,

        /// <summary>Casual.</summary>
        Casual,
    }

    /// <summary>Null writes nothing where it is allowed.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface INullableDesk
    {
        /// <summary>Nullable values.</summary>
        [Prompt("{text}|{note}|{count}|{day:yyyy}|{tone}|{flag}|{letter}|{maybe}")]
        Task<string> AnswerAsync(string text, string? note, int? count, DateTime? day, Tone? tone, bool? flag, char? letter, Version? maybe);

        /// <summary>Values asked for by name, as C# would.</summary>
        [Prompt("{count.Value}|{day.Value:yyyy}|{day.Value.Month}|{tone.Value}{#if flag.Value}|yes{/if}")]
        Task<string> ValuesAsync(int? count, DateTime? day, Tone? tone, bool? flag);

        /// <summary>Enum and objects.</summary>
        [Prompt("{tone} {version} {address}")]
        Task<string> ObjectsAsync(Tone tone, Version version, Uri address);

        /// <summary>Not every parameter is in the prompt.</summary>
        [Prompt("{text}")]
        Task<string> UnusedAsync(string text, [NotInPrompt] string? correlation = null);
    }
}
