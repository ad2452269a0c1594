namespace GeminiGen.Analyzers.Options;

/// <summary>What a project says of the endpoint it sends to.</summary>
internal enum Endpoint
{
    /// <summary>What is sent may be read and used for training.</summary>
    Free,

    /// <summary>A contract excludes that.</summary>
    Paid,
}
