namespace GeminiGen;

/// <summary>What the Files API answered.</summary>
/// <param name="Body">The body, JSON.</param>
/// <param name="UploadUrl">Where chunks go, in the answer to a start.</param>
/// <param name="UploadStatus"><c>active</c>, <c>final</c>, or something unknown.</param>
/// <param name="Received">How many bytes have arrived, in the answer to a query.</param>
internal sealed record FileReply(byte[] Body, string? UploadUrl, string? UploadStatus, long? Received);
