using System.Text.Json.Serialization;
using GeminiGen.CompilerServices;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>What the generator would write for a contract with functions: one that adds, one that gives a card, one without parameters.</summary>
internal sealed class ToolDesk(GeminiClient client, PromptToolSet tools)
{
    private readonly PromptMethod _method = new("IDesk", "AskAsync", "gemini-3.8-flash", default, null, null, null, 0, 0) { Tools = tools };

    internal static PromptTool Tool(string name, Func<ToolInvocation, ValueTask> invoke, bool requiresApproval = false)
        => new(name, "Does \"" + name + "\".", new PromptSchema("{\"type\":\"object\"}"u8, "{\"type\":\"OBJECT\"}"u8), requiresApproval, invoke);

    internal static PromptToolSet Set(params PromptTool[] tools) => new(3, ToolErrorHandling.Report, requireApproval: false, tools);

    internal static PromptTool Add { get; } = Tool("Add", call =>
    {
        int left = call.Required("left", ToolContext.Default.Int32);
        int right = call.Optional("right", ToolContext.Default.Int32, 1, allowsNull: false);
        call.CheckArguments();
        call.Return(left + right, ToolContext.Default.Int32);
        return default;
    });

    internal Task<PromptResult<string>> AskAsync(string question, Conversation? conversation = null, IServiceProvider? services = null, ToolApproval? approval = null, object[]? targets = null, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateTextResultAsync(Write(question, conversation, services, approval, targets), cancellationToken);

    internal PromptStream<string> Stream(string question, Conversation? conversation = null)
        => PromptCalls.StreamText(Write(question, conversation, null, null, null), CancellationToken.None);

    /// <summary>A response that calls functions: names and arguments.</summary>
    internal static string Calls(params (string Name, string Arguments)[] calls)
        => "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + Parts(calls) + "]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":5,\"candidatesTokenCount\":2,\"totalTokenCount\":7}}";

    internal static string Parts(params (string Name, string Arguments)[] calls) => string.Join(",", calls.Select((call, index) =>
        "{\"functionCall\": {\"id\":\"c" + index + "\",\"name\":\"" + call.Name + "\",\"args\":" + call.Arguments + "},\"thoughtSignature\":\"c2ln" + index + "\"}"));

    private DialogRequest Write(string question, Conversation? conversation, IServiceProvider? services, ToolApproval? approval, object[]? targets)
    {
        DialogRequest request = new(client, _method) { Conversation = conversation, Services = services, Approval = approval, Targets = targets ?? [] };
        JsonPromptWriter writer = new(request);
        writer.BeginUserTurn();
        writer.Value(question);
        writer.EndUserTurn();
        return request;
    }
}

/// <summary>How arguments are read and results written.</summary>
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class ToolContext : JsonSerializerContext;
