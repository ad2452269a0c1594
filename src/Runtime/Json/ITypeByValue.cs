using System.Text.Json;

namespace GeminiGen;

/// <summary>A converter of ours that reads a value as another type than the declared one; which one depends on the value.</summary>
internal interface ITypeByValue
{
    /// <summary>The type the value is read as, or <see langword="null"/> when it does not say.</summary>
    Type? TypeOf(JsonElement value);
}
