using System.Buffers;

namespace GeminiGen;

/// <summary>What functions may be called.</summary>
internal static class ToolName
{
    private const int MaxLength = 64;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";

    private static readonly SearchValues<char> First = SearchValues.Create(Letters);
    private static readonly SearchValues<char> Further = SearchValues.Create(Letters + "0123456789.:-");

    /// <summary>What keeps the API from taking a name, with the cure; <see langword="null"/> when nothing does.</summary>
    internal static string? FindFault(string? name)
        => name is { Length: > 0 and <= MaxLength } && First.Contains(name[0]) && !name.AsSpan().ContainsAnyExcept(Further)
            ? null
            : $"'{name}' is no function name the API takes: a letter or '_', then letters, digits, '_', '.', ':' or '-', {MaxLength} in all. Give the function another name.";
}
