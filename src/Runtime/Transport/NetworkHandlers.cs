using System.Runtime.CompilerServices;

namespace GeminiGen;

/// <summary>
/// Tells where the requests of a caller's client go. Looked at only where real calls are blocked. What is looked into is private to the base library: where a later version has it no more, the client
/// counts as one that goes nowhere.
/// </summary>
internal static class NetworkHandlers
{
    /// <summary>
    /// Whether a client sends over the network: whether nothing but handlers of .NET is in it. A handler of a test's own may answer by itself, and a recorder has a guard of its own.
    /// </summary>
    internal static bool Carry(HttpClient client)
    {
        HttpMessageHandler? handler = Find(client);
        while (handler is DelegatingHandler { InnerHandler: { } inner } && IsOfPlatform(handler))
        {
            handler = inner;
        }

        return handler is not null && IsOfPlatform(handler);
    }

    private static bool IsOfPlatform(HttpMessageHandler handler)
    {
        string? assembly = handler.GetType().Assembly.GetName().Name;
        return assembly is not null && (assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.Extensions.Http", StringComparison.Ordinal));
    }

    private static HttpMessageHandler? Find(HttpClient client)
    {
        try
        {
            return HandlerOf(client);
        }
        catch (MissingFieldException)
        {
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler HandlerOf(HttpMessageInvoker invoker);
}
