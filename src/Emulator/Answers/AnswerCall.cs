using System.Text.Json;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Answers;

/// <summary>A generate request, whatever endpoint it came by.</summary>
/// <param name="Model">The model asked.</param>
/// <param name="Body">The body of a generate request, checked against the wire format.</param>
/// <param name="Streams">Whether the answer shall come in chunks.</param>
internal sealed record AnswerCall(ModelAddress Model, JsonElement Body, bool Streams = false)
{
    /// <summary>The request it came by; null for one of many in a batch.</summary>
    public Exchange? Exchange { get; init; }
}
