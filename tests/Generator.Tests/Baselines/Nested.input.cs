using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Outer.</summary>
    public static partial class Outer
    {
        /// <summary>Inner.</summary>
        internal partial struct Inner
        {
            /// <summary>A nested contract.</summary>
            [GeminiPrompts(Model = "gemini-3.8-flash")]
            internal partial interface INestedDesk
            {
                /// <summary>Answers.</summary>
                [Prompt("{question}")]
                Task<string> AnswerAsync(string question);
            }
        }
    }
}
