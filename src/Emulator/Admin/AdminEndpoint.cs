using System.Text.Json.Nodes;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Quotas;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Admin;

/// <summary><c>/admin</c>: what was received, what is left of quotas and script, as JSON; and a way back to the start.</summary>
internal sealed class AdminEndpoint(EmulatorState state)
{
    public Task SummaryAsync(Exchange exchange) => JsonReply.WriteAsync(exchange, new JsonObject
    {
        ["received"] = state.Calls.Received,
        ["quotas"] = Quotas(),
        ["faults"] = Faults(state.Faults),
        ["uploadFaults"] = Faults(state.UploadFaults),
    });

    public Task RequestsAsync(Exchange exchange) => JsonReply.WriteAsync(exchange, new JsonObject
    {
        ["received"] = state.Calls.Received,
        ["requests"] = new JsonArray([.. state.Calls.Snapshot().Select(ToNode)]),
    });

    public Task QuotasAsync(Exchange exchange) => JsonReply.WriteAsync(exchange, new JsonObject { ["quotas"] = Quotas() });

    public Task FaultsAsync(Exchange exchange) =>
        JsonReply.WriteAsync(exchange, new JsonObject { ["faults"] = Faults(state.Faults), ["uploadFaults"] = Faults(state.UploadFaults) });

    /// <summary>Forgets requests, counts and faults, those of a script file too.</summary>
    public Task ResetAsync(Exchange exchange)
    {
        state.Calls.Clear();
        state.Quotas.Clear();
        state.Faults.Clear();
        state.UploadFaults.Clear();
        return JsonReply.WriteAsync(exchange, []);
    }

    private JsonArray Quotas() => new([.. state.Quotas.Snapshot().Select(ToNode)]);

    private static JsonArray Faults(FaultQueue queue) =>
        new([.. queue.Snapshot().Select(entry => new JsonObject { ["fault"] = entry.Fault.ToString(), ["callsLeft"] = entry.Left })]);

    private static JsonObject ToNode(QuotaUsage usage) => new()
    {
        ["project"] = usage.Project,
        ["model"] = usage.Model,
        ["kind"] = usage.IsEmbedding ? "embed" : "generate",
        ["requestsPerMinute"] = Figure(usage.RequestsThisMinute, usage.Limits.RequestsPerMinute),
        ["inputTokensPerMinute"] = Figure(usage.InputTokensThisMinute, usage.Limits.InputTokensPerMinute),
        ["requestsPerDay"] = Figure(usage.RequestsToday, usage.Limits.RequestsPerDay),
    };

    private static JsonObject Figure(long used, int? limit) => new() { ["used"] = used, ["limit"] = limit };

    private JsonObject ToNode(ObservedCall call)
    {
        JsonObject node = RequestNode(call);
        if (call.IsOver)
        {
            AddResponse(node, call);
        }

        return node;
    }

    private JsonObject RequestNode(ObservedCall call) => new()
    {
        ["number"] = call.Number,
        ["receivedAt"] = WireValue.Text(call.ReceivedAt),
        ["method"] = call.Method,
        ["path"] = call.Path,
        ["query"] = call.Query,
        ["model"] = call.Model,
        ["fault"] = call.Fault,
        ["requestBytes"] = call.RequestBytes,
        ["request"] = state.Secrets.Without(call.RequestText),
    };

    private void AddResponse(JsonObject node, ObservedCall call)
    {
        node["status"] = call.Status;
        node["ending"] = call.Ending.ToString();
        node["milliseconds"] = Math.Round(call.Duration.TotalMilliseconds, 3);
        node["promptTokens"] = call.Usage?.Prompt ?? (call.Model is null ? null : call.InputTokens);
        node["candidatesTokens"] = call.Usage?.Candidates;
        node["thoughtsTokens"] = call.Usage?.Thoughts;
        node["responseBytes"] = call.Body.Sent;
        node["response"] = state.Secrets.Without(call.ResponseText);
    }
}
