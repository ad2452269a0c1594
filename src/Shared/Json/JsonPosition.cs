namespace GeminiGen.Shared.Json;

/// <summary>A place in a JSON text.</summary>
/// <param name="Offset">Characters before it, from 0.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column in characters, from 1.</param>
internal readonly record struct JsonPosition(int Offset, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, column {Column}";
}
