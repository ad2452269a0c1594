using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Batches;

/// <summary>A batch. Its state follows from the clock alone; its requests are answered when somebody first looks at it after it is done.</summary>
internal sealed class BatchJob
{
    private const string TypePrefix = "type.googleapis.com/google.ai.generativelanguage.v1main.";

    private readonly Lazy<IReadOnlyList<BatchResult>> _results;
    private readonly Lazy<string> _responsesFile;
    private DateTimeOffset? _cancelled;

    public BatchJob(string id, BatchKind kind, ModelAddress model, IReadOnlyList<BatchItem> items, FileStore files)
    {
        Id = id;
        Kind = kind;
        Model = model;
        Items = items;
        _results = new Lazy<IReadOnlyList<BatchResult>>(() => [.. items.Select(Answer)]);
        _responsesFile = new Lazy<string>(() => WriteFile(files));
    }

    /// <summary>The id, without <c>batches/</c>.</summary>
    public string Id { get; }

    public BatchKind Kind { get; }

    public ModelAddress Model { get; }

    public IReadOnlyList<BatchItem> Items { get; }

    /// <summary>Whether the requests came in a file; the results then go into one.</summary>
    public bool IsFromFile { get; init; }

    public string? DisplayName { get; init; }

    public required BatchTimes Times { get; init; }

    public BatchState StateAt(DateTimeOffset now) =>
        _cancelled is not null ? BatchState.Cancelled
        : now >= Times.Done && Times.Done <= Times.Expired ? BatchState.Succeeded
        : now >= Times.Expired ? BatchState.Expired
        : now < Times.Started ? BatchState.Pending
        : BatchState.Running;

    /// <summary>Calls the batch off; too late, that does nothing.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (StateAt(now) is BatchState.Pending or BatchState.Running)
        {
            _cancelled = now;
        }
    }

    /// <summary>The batch as an operation that takes long.</summary>
    public JsonObject ToNode(BatchState state)
    {
        JsonObject metadata = Metadata(state);
        var node = new JsonObject { ["name"] = "batches/" + Id, ["metadata"] = metadata };
        if (state is BatchState.Pending or BatchState.Running)
        {
            return node;
        }

        node["done"] = true;
        if (state == BatchState.Succeeded)
        {
            JsonObject output = Output();
            metadata["output"] = output;
            var response = new JsonObject { ["@type"] = $"{TypePrefix}{Kind.Name}BatchOutput" };
            foreach ((string name, JsonNode? value) in output)
            {
                response[name] = value!.DeepClone();
            }

            node["response"] = response;
        }
        else
        {
            node["error"] = (state == BatchState.Cancelled
                ? new ApiError(499, "CANCELLED", "The batch was cancelled.")
                : new ApiError(504, "DEADLINE_EXCEEDED", "The batch was not done within 48 hours.")).ToStatus();
        }

        return node;
    }

    private JsonObject Metadata(BatchState state)
    {
        var node = new JsonObject
        {
            ["@type"] = $"{TypePrefix}{Kind.Name}Batch",
            ["name"] = "batches/" + Id,
            ["model"] = "models/" + Model.Id,
            ["createTime"] = WireValue.Text(Times.Created),
            ["updateTime"] = WireValue.Text(LastChange(state)),
            ["batchStats"] = Stats(state),
            ["state"] = "BATCH_STATE_" + state.ToString().ToUpperInvariant(),
        };
        if (DisplayName is not null)
        {
            node["displayName"] = DisplayName;
        }

        if (state is not (BatchState.Pending or BatchState.Running))
        {
            node["endTime"] = WireValue.Text(LastChange(state));
        }

        return node;
    }

    private DateTimeOffset LastChange(BatchState state) => state switch
    {
        BatchState.Pending => Times.Created,
        BatchState.Running => Times.Started,
        BatchState.Succeeded => Times.Done,
        BatchState.Cancelled => _cancelled!.Value,
        _ => Times.Expired,
    };

    /// <summary>Counts; as in the API numbers of 64 bits are texts, and what is nothing is left out.</summary>
    private JsonObject Stats(BatchState state)
    {
        int failed = state == BatchState.Succeeded ? _results.Value.Count(result => result.Error is not null) : 0;
        int successful = state == BatchState.Succeeded ? Items.Count - failed : 0;
        var stats = new JsonObject();
        foreach ((string name, int count) in new[]
        {
            ("requestCount", Items.Count), ("successfulRequestCount", successful), ("failedRequestCount", failed), ("pendingRequestCount", Items.Count - failed - successful),
        })
        {
            if (count > 0)
            {
                stats[name] = count.ToString(CultureInfo.InvariantCulture);
            }
        }

        return stats;
    }

    private JsonObject Output() => IsFromFile
        ? new JsonObject { ["responsesFile"] = "files/" + _responsesFile.Value }
        : new JsonObject { [Kind.OutputName] = new JsonObject { ["inlinedResponses"] = new JsonArray([.. _results.Value.Select(result => result.ToNode("metadata"))]) } };

    private string WriteFile(FileStore files)
    {
        var lines = new StringBuilder();
        foreach (BatchResult result in _results.Value)
        {
            lines.Append(result.ToNode("key").ToJsonString()).Append('\n');
        }

        return files.AddGenerated("batch-" + Id, $"Results of batches/{Id}", "application/jsonl", Encoding.UTF8.GetBytes(lines.ToString())).Id;
    }

    private BatchResult Answer(BatchItem item)
    {
        try
        {
            return item is { Request: { } request, Fault: null }
                ? new BatchResult(item, Kind.Answer(Model, request), null)
                : new BatchResult(item, null, item.Fault);
        }
        catch (ApiErrorException exception)
        {
            return new BatchResult(item, null, exception.Error);
        }
    }
}
