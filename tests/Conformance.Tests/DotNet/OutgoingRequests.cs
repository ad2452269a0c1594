using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>The hosts that this process sends requests to, by whichever HTTP client.</summary>
internal sealed class OutgoingRequests : EventListener
{
    private readonly ConcurrentDictionary<string, bool> _hosts = new(StringComparer.Ordinal);

    /// <summary>The hosts so far.</summary>
    public IEnumerable<string> Hosts => _hosts.Keys;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Http")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // Its first values are the scheme and the host.
        if (eventData is { EventName: "RequestStart", Payload: [_, string host, ..] })
        {
            _hosts[host] = true;
        }
    }
}
