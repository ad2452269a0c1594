// language: 11
using System.Threading.Tasks;
using GeminiGen;

namespace Desk;

/// <summary>Required and init members, and a record struct.</summary>
public sealed class Ticket
{
    /// <summary>Required.</summary>
    public required string Subject { get; init; }

    /// <summary>Required, settable.</summary>
    public required int Priority { get; set; }

    /// <summary>Optional.</summary>
    public string? Owner { get; init; }

    /// <summary>Where.</summary>
    public required Point Position { get; init; }
}

/// <summary>A point.</summary>
public readonly record struct Point(int X, int Y);

/// <summary>Answers with required members.</summary>
[GeminiPrompts(Model = "gemini-3.8-flash")]
public partial interface ITypedRequiredDesk
{
    /// <summary>Reads.</summary>
    [Prompt("{mail}")]
    Task<Ticket> ReadAsync(string mail);
}
