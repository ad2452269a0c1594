using System.Runtime.CompilerServices;

namespace GeminiGen.Testing;

/// <summary>A call of a fake's method, with its arguments.</summary>
/// <typeparam name="TArguments">The arguments as a tuple, named like the parameters. The cancellation token is the last of it, also where the method takes none.</typeparam>
public sealed class FakeCall<TArguments> : FakeCall
{
    private readonly IReadOnlyList<string> _parameters;

    internal FakeCall(string key, string name, IReadOnlyList<string> parameters, TArguments arguments, RenderedPrompt? prompt)
        : base(name, prompt)
    {
        Key = key;
        _parameters = parameters;
        Arguments = arguments;
    }

    /// <summary>The arguments.</summary>
    public TArguments Arguments { get; }

    /// <summary>The key of the method: overloads have one name.</summary>
    internal string Key { get; }

    internal override IReadOnlyList<KeyValuePair<string, object?>> GetArguments()
    {
        ITuple tuple = (ITuple)Arguments!;
        KeyValuePair<string, object?>[] arguments = new KeyValuePair<string, object?>[_parameters.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = new(_parameters[i], tuple[i]);
        }

        return arguments;
    }
}
