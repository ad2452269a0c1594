using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Files;

/// <summary>A file, while it is uploaded and after; or one the API made itself, such as the results of a batch.</summary>
internal sealed class StoredFile(string id, string? displayName, string mimeType, long length)
{
    /// <summary>How long the API keeps a file.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(48);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream? _content = KeepsContent(mimeType) ? new MemoryStream() : null;
    private string? _hashText;

    public string Id => id;

    public string MimeType => mimeType;

    /// <summary>How long the start said it would be.</summary>
    public long Length => length;

    /// <summary>How many bytes have arrived.</summary>
    public long Received { get; private set; }

    /// <summary>The bytes of a text that a batch can read; null for what nobody reads here, such as media.</summary>
    public byte[]? Content => _content?.ToArray();

    public DateTimeOffset? Completed { get; private set; }

    public bool IsComplete => Completed is not null;

    /// <summary>Whether the API made the file; only such a file can be downloaded.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>How often the file is still told to be in preparation.</summary>
    public int ProcessingReplies { get; set; }

    /// <summary>How long the file is in preparation.</summary>
    public TimeSpan ProcessingTime { get; init; }

    public bool Fails { get; init; }

    public DateTimeOffset Expires => Completed!.Value + Life;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _content?.Write(bytes);
        Received += bytes.Length;
    }

    public void Complete(DateTimeOffset now)
    {
        Completed = now;
        _hashText = Convert.ToHexStringLower(_hash.GetHashAndReset());
        _hash.Dispose();
    }

    public string StateAt(DateTimeOffset now) =>
        ProcessingReplies > 0 || now < Completed + ProcessingTime ? "PROCESSING" : Fails ? "FAILED" : "ACTIVE";

    public JsonObject ToNode(string baseAddress, DateTimeOffset now)
    {
        string state = StateAt(now);
        string uri = $"{baseAddress}/v1beta/files/{id}";
        var node = new JsonObject
        {
            ["name"] = "files/" + id,
            ["mimeType"] = mimeType,
            ["sizeBytes"] = length.ToString(CultureInfo.InvariantCulture),
            ["createTime"] = WireValue.Text(Completed!.Value),
            ["updateTime"] = WireValue.Text(Completed.Value),
            ["expirationTime"] = WireValue.Text(Expires),

            // Seen in replies: base64 not of the hash itself but of its hexadecimal text.
            ["sha256Hash"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(_hashText!)),
            ["uri"] = uri,
            ["state"] = state,
            ["source"] = IsGenerated ? "GENERATED" : "UPLOADED",
        };
        if (displayName is not null)
        {
            node["displayName"] = displayName;
        }

        if (IsGenerated)
        {
            node["downloadUri"] = uri + ":download?alt=media";
        }

        if (state == "FAILED")
        {
            node["error"] = new JsonObject { ["code"] = 3, ["message"] = "The file could not be processed." };
        }

        return node;
    }

    private static bool KeepsContent(string mimeType) =>
        mimeType.Contains("json", StringComparison.OrdinalIgnoreCase) || mimeType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
}
