namespace GeminiGen;

/// <summary>Ways into <see cref="EquatableArray{T}"/>.</summary>
internal static class EquatableArrayExtensions
{
    /// <summary>Copies a list; null and empty give the empty array.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this List<T>? items)
        where T : IEquatable<T>
        => items is null || items.Count == 0 ? default : new EquatableArray<T>(items.ToArray());
}
