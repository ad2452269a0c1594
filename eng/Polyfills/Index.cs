namespace System;

/// <summary>A position from the start or the end, as list patterns and <c>[^1]</c> ask for it; netstandard2.0 lacks it.</summary>
/// <param name="value">The position.</param>
/// <param name="fromEnd">Whether it counts from the end.</param>
[Microsoft.CodeAnalysis.Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>The position from the start of something with a length.</summary>
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
