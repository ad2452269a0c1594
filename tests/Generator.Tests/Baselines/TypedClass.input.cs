using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>A base.</summary>
    public class EntityBase
    {
        /// <summary>From the base.</summary>
        public string Id { get; set; } = "";
    }

    /// <summary>A class with setters, init setters, an ignored and a read-only member.</summary>
    public sealed class Invoice : EntityBase
    {
        /// <summary>Set.</summary>
        public string Number { get; set; } = "";

        /// <summary>Init.</summary>
        public decimal Total { get; init; }

        /// <summary>Optional.</summary>
        public DateTimeOffset? Due { get; set; }

        /// <summary>A list.</summary>
        public List<Line> Lines { get; set; } = new List<Line>();

        /// <summary>Not in the answer.</summary>
        [JsonIgnore]
        public string Ignored { get; set; } = "";

        /// <summary>Computed.</summary>
        public int Count => Lines.Count;
    }

    /// <summary>A struct.</summary>
    public struct Line
    {
        /// <summary>Text.</summary>
        public string Text { get; set; }

        /// <summary>Amount.</summary>
        public decimal Amount { get; set; }
    }

    /// <summary>Class answers.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface ITypedClassDesk
    {
        /// <summary>Reads.</summary>
        [Prompt("{document}")]
        Task<Invoice> ReadAsync(string document);

        /// <summary>A struct.</summary>
        [Prompt("{document}")]
        Task<Line> LineAsync(string document);
    }
}
