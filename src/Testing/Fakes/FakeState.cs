namespace GeminiGen.Testing;

/// <summary>What a fake was told and asked.</summary>
/// <param name="options">How it works.</param>
internal sealed class FakeState(GeminiFakeOptions options)
{
    private readonly object _lock = new();
    private readonly List<FakeCall> _calls = [];
    private readonly Dictionary<string, List<FakeSetup>> _setups = new(StringComparer.Ordinal);
    private GeminiClient? _client;

    internal GeminiFakeOptions Options { get; } = options;

    /// <summary>Writes prompts; sends nothing, ever.</summary>
    internal GeminiClient Client => _client ??= new GeminiClient(Options.Client);

    internal IReadOnlyList<FakeCall> GetCalls()
    {
        lock (_lock)
        {
            return [.. _calls];
        }
    }

    internal void Add(FakeCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }

    internal void Add(string method, FakeSetup setup)
    {
        lock (_lock)
        {
            if (!_setups.TryGetValue(method, out List<FakeSetup>? setups))
            {
                _setups.Add(method, setups = []);
            }

            setups.Add(setup);
        }
    }

    /// <summary>The setups of a method, oldest first.</summary>
    internal FakeSetup[] GetSetups(string method)
    {
        lock (_lock)
        {
            return _setups.TryGetValue(method, out List<FakeSetup>? setups) ? [.. setups] : [];
        }
    }
}
