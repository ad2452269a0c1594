namespace GeminiGen.Emulator.Exchanges;

/// <summary>A response from a recording.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Pieces">The body as it was written.</param>
/// <param name="IsBroken">Whether the connection broke after it.</param>
internal sealed record RecordedResponse(int Status, string? ContentType, IReadOnlyList<byte[]> Pieces, bool IsBroken)
{
    /// <summary>What an upload goes on by; the address without its host.</summary>
    public IReadOnlyList<(string Name, string Value)> UploadHeaders { get; init; } = [];
}
