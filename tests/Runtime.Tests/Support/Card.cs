using System.Text.Json.Serialization;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>A typed answer.</summary>
internal sealed record Card(string Title, Kind Kind, int? Pages = null)
{
    public required IReadOnlyList<string> Topics { get; init; }
}

/// <summary>An enum of the answer.</summary>
internal enum Kind
{
    Letter,
    Invoice,
}

/// <summary>A card that is still arriving.</summary>
internal sealed record CardSnapshot
{
    public string? Title { get; init; }

    public Kind? Kind { get; init; }

    public int? Pages { get; init; }

    public IReadOnlyList<string>? Topics { get; init; }

    public CardSnapshot? Inner { get; init; }

    public IReadOnlyList<CardSnapshot>? More { get; init; }

    public Dictionary<string, int>? Counts { get; init; }

    [JsonIgnore]
    public Card? Complete { get; set; }
}

/// <summary>How answers are read; as strict as generated metadata.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(CardSnapshot))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(List<Card>))]
internal sealed partial class CardContext : JsonSerializerContext;
