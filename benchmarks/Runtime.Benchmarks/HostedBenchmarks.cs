using BenchmarkDotNet.Attributes;

namespace GeminiGen.Benchmarks;

/// <summary>What all benchmark classes share: one server process and one set of clients, bytes shown.</summary>
/// <remarks>In process, because the server is a process of its own already, and a generated project would inherit this repository's build settings.</remarks>
[InProcess]
[MemoryDiagnoser]
public abstract class HostedBenchmarks : IDisposable
{
    private BenchmarkHost? _host;

    /// <summary>Server and clients.</summary>
    protected BenchmarkHost Host => _host ?? throw new InvalidOperationException("The setup has not run.");

    /// <summary>Starts them.</summary>
    [GlobalSetup]
    public void Setup() => _host = new BenchmarkHost();

    /// <summary>Ends them.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _host?.Dispose();
        GC.SuppressFinalize(this);
    }
}
