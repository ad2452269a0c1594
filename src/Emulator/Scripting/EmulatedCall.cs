using System.Text.Json;

namespace GeminiGen.Emulator.Scripting;

/// <summary>A call of a function that <see cref="EmulatorFault.FunctionCalls"/> lets the model make.</summary>
public sealed class EmulatedCall
{
    /// <summary>Describes a call.</summary>
    /// <param name="name">The function's name, declared in the request or not.</param>
    /// <param name="arguments">The arguments, a JSON object.</param>
    /// <exception cref="ArgumentException"><paramref name="arguments"/> is no JSON object.</exception>
    public EmulatedCall(string name, string arguments = "{}")
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(arguments);
        Name = name;
        Arguments = arguments;
        try
        {
            using JsonDocument document = JsonDocument.Parse(arguments);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return;
            }
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The arguments of {name} are no JSON: {exception.Message}", nameof(arguments), exception);
        }

        throw new ArgumentException($"The arguments of {name} must be a JSON object.", nameof(arguments));
    }

    /// <summary>The function's name.</summary>
    public string Name { get; }

    /// <summary>The arguments, a JSON object.</summary>
    public string Arguments { get; }

    /// <summary>Whether the call has an id, as the API's calls have; it is made up by the emulator. Default: true.</summary>
    public bool HasId { get; init; } = true;
}
