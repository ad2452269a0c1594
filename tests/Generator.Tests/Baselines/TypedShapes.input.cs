#nullable enable
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>What may be done.</summary>
    [Flags]
    public enum Rights
    {
        /// <summary>Nothing.</summary>
        None = 0,

        /// <summary>Reading.</summary>
        Read = 1,

        /// <summary>Writing.</summary>
        Write = 2,

        /// <summary>Both.</summary>
        ReadWrite = 3,
    }

    /// <summary>A colour.</summary>
    public enum Colour
    {
        /// <summary>Red.</summary>
        Red,

        /// <summary>Blue.</summary>
        Blue,
    }

    /// <summary>A place.</summary>
    public sealed record Place(string Name);

    /// <summary>Flags, dictionaries and sets.</summary>
    public sealed record Inventory(
        Rights Rights,
        Rights? Former,
        Dictionary<string, int> Counts,
        IReadOnlyDictionary<string, Place> Places,
        IDictionary<string, string?>? Notes,
        Dictionary<Colour, string> Colours,
        SortedDictionary<string, List<string>> Groups,
        ImmutableDictionary<string, bool> Truths,
        HashSet<string> Names,
        SortedSet<int> Numbers,
        SortedSet<string> Sorted,
        IReadOnlySet<string> Fixed,
        Collection<string> Lines,
        ImmutableHashSet<Colour> Palette);

    /// <summary>Answers of many shapes.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface ITypedShapesDesk
    {
        /// <summary>All of them.</summary>
        [Prompt("{text}")]
        Task<Inventory> TakeAsync(string text);

        /// <summary>Flags by themselves.</summary>
        [Prompt("{text}")]
        Task<Rights> RightsAsync(string text);

        /// <summary>A dictionary by itself.</summary>
        [Prompt("{text}")]
        Task<Dictionary<string, int>> CountAsync(string text);
    }
}
