namespace AotSample;

/// <summary>Who wrote a document.</summary>
internal sealed record Sender(string Name, string? Place);
