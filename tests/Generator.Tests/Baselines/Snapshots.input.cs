#nullable enable
using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Threading;
using GeminiGen;

namespace Growing
{
    /// <summary>Who wrote something.</summary>
    public sealed record Author(string Name, int? Born);

    /// <summary>How it feels.</summary>
    public enum Feeling
    {
        /// <summary>Good.</summary>
        Good,

        /// <summary>Bad.</summary>
        Bad,
    }

    /// <summary>A part.</summary>
    public sealed class Chapter
    {
        /// <summary>Its heading.</summary>
        public string Heading { get; set; } = "";

        /// <summary>Its authors.</summary>
        public List<Author> Authors { get; set; } = new List<Author>();
    }

    /// <summary>A book.</summary>
    public sealed record Book(
        string Title,
        [Range(1, 5000)] int Pages,
        Feeling Feeling,
        DateTime? Published,
        Author Author,
        Author? Editor,
        IReadOnlyList<string> Topics,
        Chapter[] Chapters,
        int[] Years,
        Dictionary<string, int> Words,
        Uri? Home,
        bool Complete);

    /// <summary>A book that is still being described.</summary>
    [SnapshotOf(typeof(Book))]
    public sealed partial record BookSnapshot;

    /// <summary>Describes books.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IBookDesk
    {
        /// <summary>Describes one while it arrives.</summary>
        [Prompt("Describe {text}")]
        PromptStream<BookSnapshot> DescribeAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>The same, plainly.</summary>
        [Prompt("Describe {text}")]
        IAsyncEnumerable<BookSnapshot> EnumerateAsync(string text, CancellationToken cancellationToken = default);
    }
}
