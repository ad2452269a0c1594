using System.Collections;
using System.Globalization;

namespace GeminiGen.Testing;

/// <summary>Values as reports show them.</summary>
internal static class EvalText
{
    internal static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Of)) + "]",
        _ => value.ToString() ?? "",
    };
}
