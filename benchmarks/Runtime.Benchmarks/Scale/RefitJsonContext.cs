using System.Text.Json.Serialization;

namespace GeminiGen.Benchmarks.Scale;

/// <summary>Source-generated metadata of the Refit contract's bodies.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GenerateRequest))]
[JsonSerializable(typeof(GenerateResponse))]
internal sealed partial class RefitJsonContext : JsonSerializerContext;
