using System.Globalization;
using System.Text.Json;

namespace GeminiGen;

/// <summary>A list holds a null that its type does not allow. The list is complete when this is found, so the serializer's path points behind its end.</summary>
internal sealed class NullElementException : JsonException
{
    private readonly int _index;

    internal NullElementException(int index)
        : base(string.Create(CultureInfo.InvariantCulture, $"Element {index} is null."))
        => _index = index;

    /// <summary>The element's own path.</summary>
    internal string ElementPath
    {
        get
        {
            string path = Path ?? "$";
            string list = path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path;
            return string.Create(CultureInfo.InvariantCulture, $"{list}[{_index}]");
        }
    }
}
