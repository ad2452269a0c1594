using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>Where generated code writes a prompt: literal text known at compile time, and argument values between it.</summary>
/// <remarks>Called by generated code only. A call order is: optional system instruction, then turns, the last of them the user's.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPromptWriter
{
    /// <summary>Starts the system instruction.</summary>
    void BeginSystemInstruction();

    /// <summary>Ends the system instruction.</summary>
    void EndSystemInstruction();

    /// <summary>Starts a turn of the user.</summary>
    void BeginUserTurn();

    /// <summary>Ends a turn of the user.</summary>
    void EndUserTurn();

    /// <summary>Starts a turn of the model, as an example of one.</summary>
    void BeginModelTurn();

    /// <summary>Ends a turn of the model.</summary>
    void EndModelTurn();

    /// <summary>Writes text of the template.</summary>
    /// <param name="escapedUtf8">UTF-8, already escaped as the inside of a JSON string.</param>
    void Literal(ReadOnlySpan<byte> escapedUtf8);

    /// <summary>Writes a text argument; <see langword="null"/> writes nothing. A lone surrogate is written as U+FFFD.</summary>
    /// <param name="value">The argument.</param>
    void Value(string? value);

    /// <summary>Writes a character argument. A lone surrogate is written as U+FFFD.</summary>
    /// <param name="value">The argument.</param>
    void Value(char value);

    /// <summary>Writes an argument formatted with the invariant culture; <see langword="null"/> writes nothing.</summary>
    /// <typeparam name="T">The argument's type.</typeparam>
    /// <param name="value">The argument.</param>
    /// <param name="format">A format of <typeparamref name="T"/>, or <see langword="null"/> for its default.</param>
    /// <exception cref="FormatException"><typeparamref name="T"/> does not know <paramref name="format"/>.</exception>
    void Value<T>(T value, string? format) where T : ISpanFormattable;

    /// <summary>Writes an argument whose type formats to strings only, with the invariant culture; <see langword="null"/> writes nothing.</summary>
    /// <typeparam name="T">The argument's type.</typeparam>
    /// <param name="value">The argument.</param>
    /// <param name="format">A format of <typeparamref name="T"/>, or <see langword="null"/> for its default.</param>
    /// <exception cref="FormatException"><typeparamref name="T"/> does not know <paramref name="format"/>.</exception>
    void FormattableValue<T>(T value, string? format) where T : IFormattable;

    /// <summary>Writes media, in the user turn only; <see langword="null"/> writes nothing.</summary>
    /// <param name="value">The argument.</param>
    void Media(Media? value);

    /// <summary>Writes media one after the other, in the user turn only; <see langword="null"/> writes nothing.</summary>
    /// <param name="values">The argument.</param>
    /// <exception cref="ArgumentException">One of them is <see langword="null"/>.</exception>
    void Media(IEnumerable<Media>? values);

    /// <summary>Writes what the model is told about untrusted values, in the system instruction.</summary>
    void UntrustedNotice();

    /// <summary>Opens the fence around an untrusted value.</summary>
    /// <returns>A mark for <see cref="EndUntrusted"/>.</returns>
    int BeginUntrusted();

    /// <summary>Closes the fence around an untrusted value.</summary>
    /// <param name="start">What <see cref="BeginUntrusted"/> returned.</param>
    /// <exception cref="InvalidOperationException">The value holds the delimiter, which only one that can be guessed allows.</exception>
    void EndUntrusted(int start);

    /// <summary>Where the next text goes; a mark for <see cref="Align"/>, which nothing else is to read.</summary>
    int Position { get; }

    /// <summary>Pads what was written since a mark with spaces.</summary>
    /// <param name="start">The <see cref="Position"/> before it was written, in the same turn.</param>
    /// <param name="width">The least number of UTF-16 characters; spaces go in front, and behind when it is negative.</param>
    void Align(int start, int width);
}
