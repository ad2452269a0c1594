using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>Lets a <see cref="Conversation"/> be a member of whatever <c>System.Text.Json</c> stores, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConversationJsonConverter : JsonConverter<Conversation>
{
    /// <inheritdoc/>
    public override Conversation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ConversationJson.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Conversation value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
