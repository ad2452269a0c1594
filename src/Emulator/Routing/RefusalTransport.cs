using System.IO.Pipelines;

namespace GeminiGen.Emulator.Routing;

/// <summary>A connection whose refusals are the API's; see <see cref="RefusalWriter"/>.</summary>
internal sealed class RefusalTransport(IDuplexPipe inner) : IDuplexPipe
{
    public PipeReader Input => inner.Input;

    public PipeWriter Output { get; } = new RefusalWriter(inner.Output);
}
