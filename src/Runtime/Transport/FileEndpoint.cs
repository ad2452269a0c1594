namespace GeminiGen;

/// <summary>The addresses of the Files API.</summary>
/// <param name="Files">The list of files; a file's own address lies below it.</param>
/// <param name="Upload">Where uploads start.</param>
internal sealed record FileEndpoint(Uri Files, Uri Upload);
