using System.Text.Json.Serialization;

namespace GeminiGen.Benchmarks.Floor;

/// <summary>Source-generated metadata of the typed answer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DocumentCard))]
internal sealed partial class DocumentCardContext : JsonSerializerContext;
