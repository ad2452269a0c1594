namespace GeminiGen.Analyzers.Resilience;

/// <summary>Where the client of a call comes from.</summary>
/// <param name="Kind">Who made it.</param>
/// <param name="Name">The name it has in the factory, where that is known.</param>
internal readonly record struct ClientOrigin(ClientOriginKind Kind, string? Name = null)
{
    /// <summary>What two possible origins come to.</summary>
    public static ClientOrigin Combine(ClientOrigin left, ClientOrigin right)
        => left.Kind == ClientOriginKind.Unknown || right.Kind == ClientOriginKind.Unknown ? default
            : left.Kind == ClientOriginKind.Given ? left
            : right;
}
