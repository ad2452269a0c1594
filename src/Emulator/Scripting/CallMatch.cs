using System.IO.Enumeration;
using GeminiGen.Emulator.Endpoints;

namespace GeminiGen.Emulator.Scripting;

/// <summary>Which calls a scripted fault is for; see <see cref="EmulatorFault.When"/>. What is not set does not matter.</summary>
public sealed record CallMatch
{
    /// <summary>The model, as asked or as it answers; <c>*</c> stands for anything, as in <c>gemini-3.*</c>.</summary>
    public string? Model { get; init; }

    /// <summary>What stands in the system instruction. It tells contracts apart: clients do not send their names.</summary>
    public string? System { get; init; }

    /// <summary>What stands in the texts of the turns.</summary>
    public string? Text { get; init; }

    /// <summary>What stands in the path, for example <c>:countTokens</c> or <c>/openai/</c>.</summary>
    public string? Path { get; init; }

    /// <summary>What stands in headers of the request, by their names.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Whether the call streams.</summary>
    public bool? Streams { get; init; }

    /// <summary>The call that is meant among those that fit otherwise, counted from 1 since the fault was scripted.</summary>
    public int? Call { get; init; }

    /// <summary>Whether a call fits, its number left aside.</summary>
    internal bool Fits(ModelCall call) =>
        FitsModel(call)
        && (Streams is not { } streams || streams == call.Streams)
        && (Path is not { } path || call.Exchange.Recorded.Path.Contains(path, StringComparison.Ordinal))
        && (System is not { } system || Contains(call.SystemTexts, system))
        && (Text is not { } text || Contains(call.Texts, text))
        && (Headers is not { } headers || headers.All(header => call.Exchange.Request.Headers[header.Key].ToString().Contains(header.Value, StringComparison.OrdinalIgnoreCase)));

    private bool FitsModel(ModelCall call) => Model is not { } model
        || FileSystemName.MatchesSimpleExpression(model, call.Model.Id, ignoreCase: false)
        || FileSystemName.MatchesSimpleExpression(model, call.Model.Version, ignoreCase: false);

    private static bool Contains(IEnumerable<string> texts, string text) => texts.Any(one => one.Contains(text, StringComparison.Ordinal));
}
