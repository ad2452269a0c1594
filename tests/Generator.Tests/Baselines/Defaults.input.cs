using System;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Default values of every kind.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IDefaultsDesk
    {
        /// <summary>Defaults.</summary>
        [Prompt("{text} {style} {count} {ratio} {price} {single} {flag} {letter} {day} {note} {maybe} {big} {unsigned} {when}")]
        Task<string> DefaultsAsync(
            string text,
            string style = "plain \"and\" \\ short",
            int count = -3,
            double ratio = 0.1,
            decimal price = 1.50m,
            float single = 2.5f,
            bool flag = true,
            char letter = '\'',
            DayOfWeek day = DayOfWeek.Friday,
            string? note = null,
            int? maybe = null,
            long big = long.MinValue,
            ulong unsigned = ulong.MaxValue,
            DateTime when = default,
            CancellationToken cancellationToken = default);

        /// <summary>A token with another name.</summary>
        [Prompt("{text}")]
        Task<string> TokenAsync(string text, CancellationToken ct);

        /// <summary>Not a number and the infinities.</summary>
        [Prompt("{a} {b} {c}")]
        Task<string> SpecialAsync(double a = double.NaN, double b = double.PositiveInfinity, float c = float.NegativeInfinity);
    }
}
