using System.Text.Json;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Batches;

/// <summary>One request of a batch.</summary>
/// <param name="Request">The request; null where the line it stood on is no such thing.</param>
/// <param name="Label">What the caller knows it by: the <c>metadata</c> of an inline request, the <c>key</c> of a line.</param>
/// <param name="Fault">What is wrong with the line.</param>
internal sealed record BatchItem(JsonElement? Request, JsonElement? Label, ApiError? Fault = null);
