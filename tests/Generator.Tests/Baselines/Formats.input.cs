using System;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Values of every kind in a template.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IFormatsDesk
    {
        /// <summary>Dates and numbers with a format.</summary>
        [Prompt("On {date:yyyy-MM-dd} at {time:HH\\:mm} it cost {price:0.00}, or {price}, id {id:N}, after {span:c}.")]
        Task<string> FormatAsync(DateTime date, TimeOnly time, decimal price, Guid id, TimeSpan span);

        /// <summary>Values without a format.</summary>
        [Prompt("{flag} {letter} {small} {count} {big} {ratio} {single} {day} {url}")]
        Task<string> KindsAsync(bool flag, char letter, byte small, int count, long big, double ratio, float single, DayOfWeek day, DateTimeOffset url);

        /// <summary>One value used twice.</summary>
        [Prompt("{word} and again {word}")]
        Task<string> TwiceAsync(string word);
    }
}
