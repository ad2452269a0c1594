using System.Globalization;
using System.Text.Json;

namespace GeminiGen;

/// <summary>Trouble inside a value that is read as a whole: the serializer's path ends at that value, so the rest of the way is carried along.</summary>
/// <param name="relativePath">The way from that value, such as <c>[2].name</c>.</param>
/// <param name="message">What the value must be, as a sentence that its path begins.</param>
/// <param name="innerException">The cause, if another exception is.</param>
/// <param name="isPastEnd">Whether the trouble was found when the value was complete already, and the serializer's path points behind its end.</param>
internal sealed class ValuePathException(string relativePath, string message, Exception? innerException = null, bool isPastEnd = false)
    : JsonException(message, innerException)
{
    /// <summary>The path from the answer's root.</summary>
    internal string ValuePath
    {
        get
        {
            string path = Path ?? "$";
            return (isPastEnd && path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path) + relativePath;
        }
    }

    internal static ValuePathException AtIndex(int index, string message) => new(Element(index), message);

    /// <summary>Trouble that a nested reading found, whose path starts at its own value.</summary>
    internal static ValuePathException Within(string path, JsonException exception)
    {
        string inner = exception is ValuePathException { ValuePath: var known } ? known : exception.Path ?? "$";
        return new ValuePathException(path + inner[1..], exception.Message, exception);
    }

    internal static string Element(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    /// <summary>The step to a member: <c>.name</c>, or quoted where the name is no plain word.</summary>
    internal static string Member(string name)
        => name.Length > 0 && name.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-') ? "." + name : "['" + name + "']";
}
