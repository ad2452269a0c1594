using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Text that means something to JSON, to C# or to the template language.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IEscapesDesk
    {
        /// <summary>Braces.</summary>
        [Prompt("Give {{\"a\": {value}}} back, {{{value}}}.")]
        Task<string> BracesAsync(string value);

        /// <summary>Quotes, backslashes, line breaks, control characters, an emoji and line separators.</summary>
        [Prompt("He said \"hi\" \\ 'there'\r\n\ttab \0 \u0001 \u007f \u2028 \u2029 é 你好 \U0001F600 </script> {value}")]
        [SystemInstruction(@"C:\temp ""quoted"" ]}}],""contents"":[")]
        Task<string> QuotesAsync(string value);

        /// <summary>Lone surrogates become U+FFFD.</summary>
        [Prompt("a\ud800b {value} c\udc00")]
        Task<string> SurrogatesAsync(string value);
    }
}
