using System.Diagnostics.CodeAnalysis;

namespace GeminiGen.Testing;

/// <summary>Makes streams for fakes.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "A stream of items, as PromptStream is.")]
public static class FakeStream
{
    /// <summary>A stream of items.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="items">The items, or pieces of text.</param>
    /// <returns>The stream.</returns>
    public static FakeStream<T> Of<T>(params T[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new FakeStream<T>([.. items]);
    }

    /// <summary>A stream of items.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="items">The items, or pieces of text.</param>
    /// <returns>The stream.</returns>
    public static FakeStream<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>A stream of what comes.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="items">The items, or pieces of text.</param>
    /// <returns>The stream.</returns>
    public static FakeStream<T> From<T>(IAsyncEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new FakeStream<T>([]) { Source = items };
    }

    /// <summary>A stream that fails before its first item.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="exception">What the enumeration throws.</param>
    /// <returns>The stream.</returns>
    public static FakeStream<T> Throwing<T>(Exception exception) => new FakeStream<T>([]).ThenThrows(exception);
}
