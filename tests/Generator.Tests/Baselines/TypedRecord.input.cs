using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>A kind.</summary>
    public enum DocumentKind
    {
        /// <summary>A letter.</summary>
        Letter,

        /// <summary>A report.</summary>
        Report,
    }

    /// <summary>A person.</summary>
    public sealed record Person(string Name, [property: Description("In years.")] int? Age);

    /// <summary>A card.</summary>
    [Description("What a document is about.")]
    public sealed record DocumentCard(
        [property: Description("At most ten words, no \"quotes\".")] string Title,
        DocumentKind Kind,
        [property: JsonPropertyName("page_count")] int Pages,
        double Score,
        bool Draft,
        string? Author,
        Person Editor,
        Person? Reviewer,
        IReadOnlyList<string> Topics,
        List<Person> Readers);

    /// <summary>A typed answer.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface ITypedRecordDesk
    {
        /// <summary>Describes.</summary>
        [Prompt("{document}")]
        Task<DocumentCard> DescribeAsync(string document);
    }
}
