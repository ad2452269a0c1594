namespace GeminiGen.Analyzers.Resilience;

/// <summary>Where the client of a call comes from.</summary>
/// <param name="Kind">Who made it.</param>
/// <param name="Name">The name it has in the factory, where that is known.</param>
internal readonly record struct ClientOrigin(ClientOriginKind Kind, string? Name = null)
{
    /// <summary>What two origins come to, of which the client has one.</summary>
    public static ClientOrigin Either(ClientOrigin left, ClientOrigin right)
        => left.Kind == right.Kind ? left
            : left.Kind == ClientOriginKind.Unknown || right.Kind == ClientOriginKind.Unknown ? default
            : left.Kind == ClientOriginKind.Given ? left
            : right.Kind == ClientOriginKind.Given ? right
            : default;

    /// <summary>What two origins come to that the client is made of: one that repeats is enough.</summary>
    public static ClientOrigin Both(ClientOrigin left, ClientOrigin right)
        => left.Kind == ClientOriginKind.Unknown || right.Kind == ClientOriginKind.Unknown ? default
            : left.Kind == ClientOriginKind.Plain ? right
            : left;
}
