using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Traffic;

/// <summary>What the generator would write for a contract that wants thoughts, and functions where a case has them.</summary>
internal sealed class TrafficDesk
{
    private static readonly PromptTool Now = ToolDesk.Tool("Now", static call =>
    {
        call.CheckArguments();
        call.Return("noon", ToolContext.Default.String);
        return default;
    });

    private readonly GeminiClient _client;
    private readonly PromptMethod _plain;
    private readonly PromptMethod _thinking;

    internal TrafficDesk(GeminiClient client, string model, bool hasFunctions)
    {
        _client = client;
        _plain = Method(includesThoughts: false);
        _thinking = Method(includesThoughts: true);

        PromptMethod Method(bool includesThoughts) => new("IDesk", "AskAsync", model, default, null, null, null, 0, 0)
        {
            IncludesThoughts = includesThoughts,
            Tools = hasFunctions ? ToolDesk.Set(ToolDesk.Add, Now) : null,
        };
    }

    /// <summary>The text alone, by the shortest way there is.</summary>
    internal Task<string> AskAsync() => PromptCalls.GenerateTextAsync(Write(_plain), CancellationToken.None);

    internal Task<PromptResult<string>> AskResultAsync() => PromptCalls.GenerateTextResultAsync(Write(_thinking), CancellationToken.None);

    internal PromptStream<string> Stream() => PromptCalls.StreamText(Write(_thinking), CancellationToken.None);

    private PromptRequest Write(PromptMethod method)
    {
        PromptRequest request = method.Tools is null ? new PromptRequest(_client, method) : new DialogRequest(_client, method);
        JsonPromptWriter writer = new(request);
        writer.BeginUserTurn();
        writer.Literal("?"u8);
        writer.EndUserTurn();
        return request;
    }
}
