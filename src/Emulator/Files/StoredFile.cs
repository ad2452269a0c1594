using System.Globalization;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Files;

/// <summary>A file, while it is uploaded and after.</summary>
internal sealed class StoredFile(string id, string? displayName, string mimeType, long length)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public string Id => id;

    public string MimeType => mimeType;

    /// <summary>How long the start said it would be.</summary>
    public long Length => length;

    /// <summary>How many bytes have arrived. The bytes themselves are not kept.</summary>
    public long Received { get; set; }

    public DateTimeOffset? Completed { get; set; }

    public bool IsComplete => Completed is not null;

    /// <summary>How often the file is still told to be in preparation.</summary>
    public int ProcessingReplies { get; set; }

    public bool Fails { get; set; }

    public string State => ProcessingReplies > 0 ? "PROCESSING" : Fails ? "FAILED" : "ACTIVE";

    public DateTimeOffset Expires => Completed!.Value.AddHours(48);

    public JsonObject ToNode(string baseAddress)
    {
        var node = new JsonObject
        {
            ["name"] = "files/" + id,
            ["mimeType"] = mimeType,
            ["sizeBytes"] = length.ToString(CultureInfo.InvariantCulture),
            ["createTime"] = Text(Completed!.Value),
            ["updateTime"] = Text(Completed.Value),
            ["expirationTime"] = Text(Expires),
            ["uri"] = $"{baseAddress}/v1beta/files/{id}",
            ["state"] = State,
            ["source"] = "UPLOADED",
        };
        if (displayName is not null)
        {
            node["displayName"] = displayName;
        }

        if (State == "FAILED")
        {
            node["error"] = new JsonObject { ["code"] = 3, ["message"] = "The file could not be processed." };
        }

        return node;
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
