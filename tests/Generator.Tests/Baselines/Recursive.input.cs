// language: 11
#nullable enable
using System.Collections.Generic;
using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Trees
{
    /// <summary>A heading and what stands below it.</summary>
    public sealed record Heading(
        [MaxLength(80)] string Title,
        [property: Description("What stands below.")] IReadOnlyList<Heading> Children,
        Heading? Twin);

    /// <summary>A folder, which has every kind of folders.</summary>
    public sealed class Folder
    {
        /// <summary>Its name.</summary>
        public required string Name { get; init; }

        /// <summary>By name.</summary>
        public required Dictionary<string, Folder> ByName { get; init; }

        /// <summary>In no order.</summary>
        public ImmutableArray<Folder> Fixed { get; init; }

        /// <summary>To be changed.</summary>
        public IList<Folder?> Open { get; set; } = new List<Folder?>();

        /// <summary>What may be missing anyway.</summary>
        public Folder[]? Hidden { get; init; }
    }

    /// <summary>A formula.</summary>
    [JsonDerivedType(typeof(Number), "number")]
    [JsonDerivedType(typeof(Sum), "sum")]
    public abstract record Formula;

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : Formula;

    /// <summary>A sum.</summary>
    public sealed record Sum(Formula? Left, Formula? Right) : Formula;

    /// <summary>Someone in teams.</summary>
    public sealed record Person(string Name, Team? Team);

    /// <summary>People.</summary>
    public sealed record Team(string Title, List<Person> Members);

    /// <summary>A heading that is still being written.</summary>
    [SnapshotOf(typeof(Heading))]
    public sealed partial record HeadingSnapshot;

    /// <summary>Takes and gives trees.</summary>
    public interface IOutlineTools
    {
        /// <summary>Stores an outline.</summary>
        [Tool("Stores an outline")]
        Heading Store(Heading outline, Person? by = null);
    }

    /// <summary>Answers that contain themselves.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IRecursiveDesk
    {
        /// <summary>A tree.</summary>
        [Prompt("{text}")]
        Task<Heading> OutlineAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>A tree or none, asked for again.</summary>
        [Prompt("{text}")]
        [Repair]
        Task<PromptResult<Heading?>> FindAsync(string text);

        /// <summary>Trees.</summary>
        [Prompt("{text}")]
        PromptStream<Heading> OutlinesAsync(string text);

        /// <summary>A tree while it grows.</summary>
        [Prompt("{text}")]
        PromptStream<HeadingSnapshot> GrowAsync(string text);

        /// <summary>All kinds of collections.</summary>
        [Prompt("{text}")]
        Task<Folder> FolderAsync(string text);

        /// <summary>One of several types.</summary>
        [Prompt("{text}")]
        Task<Formula> FormulaAsync(string text);

        /// <summary>One of those types by itself.</summary>
        [Prompt("{text}")]
        Task<Sum> SumAsync(string text);

        /// <summary>Two types that contain each other.</summary>
        [Prompt("{text}")]
        Task<List<Person>> PeopleAsync(string text);

        /// <summary>Functions with trees.</summary>
        [Prompt("{text}")]
        [Tools(typeof(IOutlineTools))]
        Task<string> StoreAsync(string text);
    }
}
