using GeminiGen.Shared.Baselines;

namespace GeminiGen.Cli;

/// <summary>A finding of a log.</summary>
/// <param name="Rule">The id of its rule.</param>
/// <param name="Path">The full path of its file.</param>
/// <param name="Place">Where in the file it stands.</param>
internal sealed record LoggedFinding(string Rule, string Path, FindingPlace Place);
