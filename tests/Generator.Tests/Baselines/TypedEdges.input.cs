// language: 11
#nullable enable
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using GeminiGen;

namespace Edges;

/// <summary>Where types end: exact numbers, lists that are none, collections that are filled at once.</summary>
[GeminiPrompts(Model = "gemini-3.8-flash")]
public partial interface ITypedEdgesDesk
{
    /// <summary>A float is held against a float, and an array may be none.</summary>
    [Prompt("{share}{#each tags as tag},{tag}{:empty} none{/each}{#if tags}!{/if}")]
    Task<Measure> MeasureAsync([Range(0, 0.1)] float share, [MaxLength(2)] ImmutableArray<string> tags = default, [RegularExpression("[a-z]+")] string code = "");

    /// <summary>Every collection.</summary>
    [Prompt("Fill {what}.")]
    Task<Shelves> FillAsync(string what);

    /// <summary>Examples name their type as the schema does; values of a file are what it says, to the last digit.</summary>
    [PromptFile("Prompts/Edges.prompt")]
    Task<Figure> DrawAsync(string text, IReadOnlyList<FigureShot> shots, long? id = null, ulong? most = null, decimal? amount = null, float? share = null, short? low = null);
}

/// <summary>A measure.</summary>
/// <param name="Share">The share.</param>
/// <param name="Step">The step.</param>
/// <param name="Code">The code.</param>
/// <param name="Tags">The tags: <![CDATA[<a> & b]]> &#x2013; &#8364;.</param>
/// <param name="Parts">The parts.</param>
public sealed record Measure(
    [Range(0, 0.1)] float Share,
    [AllowedValues(0.1f, 0.5)] float Step,
    [RegularExpression("[a-z]+")] string Code,
    [MaxLength(2)] ImmutableArray<string> Tags = default,
    ImmutableArray<Part> Parts = default);

/// <summary>A part.</summary>
/// <param name="Name">The name.</param>
public sealed record Part([MaxLength(3)] string Name);

/// <summary>A shelf for each collection.</summary>
public sealed record Shelves(
    ImmutableSortedSet<string> Sorted,
    ReadOnlyCollection<int> Read,
    ObservableCollection<int> Seen,
    FrozenSet<string> Frozen,
    IImmutableList<int> List,
    IImmutableSet<int> Set,
    ImmutableSortedDictionary<string, int> ByName,
    FrozenDictionary<string, int> Table,
    ReadOnlyDictionary<Row, int> Rows,
    ConcurrentDictionary<string, int> Live);

/// <summary>A row.</summary>
public enum Row
{
    /// <summary>The first.</summary>
    First,

    /// <summary>The second.</summary>
    Second,
}

/// <summary>A figure.</summary>
[JsonDerivedType(typeof(Disc), 1)]
[JsonDerivedType(typeof(Bar), "bar")]
public abstract record Figure;

/// <summary>A disc.</summary>
/// <param name="Radius">The radius.</param>
public sealed record Disc(int Radius) : Figure;

/// <summary>A bar.</summary>
/// <param name="Length">The length.</param>
public sealed record Bar(int Length) : Figure;

/// <summary>An example.</summary>
/// <param name="Text">What was asked.</param>
/// <param name="Figure">What is right.</param>
public sealed record FigureShot(string Text, Figure Figure);
