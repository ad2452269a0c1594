namespace GeminiGen.Generated.Tests.Models;

/// <summary>An address that refuses to be none.</summary>
public sealed record Address
{
    /// <summary>Makes one.</summary>
    public Address(string text)
    {
        if (text == "stop")
        {
            throw new OperationCanceledException(text);
        }

        Text = text.Contains('@', StringComparison.Ordinal) ? text : throw new ArgumentException("an address has an @.");
    }

    /// <summary>The address.</summary>
    public string Text { get; }
}

/// <summary>A letter whose setter refuses some pages.</summary>
public sealed class Letter
{
    private int _pages;

    /// <summary>Whom it is to.</summary>
    public required IReadOnlyList<Address> To { get; init; }

    /// <summary>Others it is to, by name.</summary>
    public Dictionary<string, Address>? Copies { get; init; }

    /// <summary>How long it is.</summary>
    public int Pages
    {
        get => _pages;
        set => _pages = value > 0 ? value : throw new NotSupportedException("a letter\nhas pages");
    }
}

/// <summary>A growing letter.</summary>
[SnapshotOf(typeof(Letter))]
public sealed partial record LetterSnapshot;

/// <summary>Answers whose types check their values themselves.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
public partial interface IMailDesk
{
    /// <summary>Reads a letter.</summary>
    [Prompt("Read {text}")]
    Task<Letter> ReadAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>Reads a letter, and asks again.</summary>
    [Prompt("Read {text}")]
    [Repair(MaxAttempts = 1)]
    Task<PromptResult<Letter>> ReadWellAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>Reads addresses.</summary>
    [Prompt("List {text}")]
    PromptStream<Address> ListAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>Reads a letter as it grows.</summary>
    [Prompt("Watch {text}")]
    PromptStream<LetterSnapshot> WatchAsync(string text, CancellationToken cancellationToken = default);
}
