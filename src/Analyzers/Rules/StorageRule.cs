using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG5004: a request that lets the service store it: the Interactions API does unless told otherwise, <c>generateContent</c> when asked to.</summary>
internal static class StorageRule
{
    private const string Store = "store";

    /// <summary>Checks a request that is sent by hand.</summary>
    public static void Check(ModelRequest request, Action<Diagnostic> report)
    {
        if (request.Body is not { IsObject: true } body || RefersToStored(body))
        {
            return;
        }

        if (body.Find(Store) is { } store)
        {
            if (store.Constant is true)
            {
                report(Diagnostic.Create(Descriptors.StorageOn, store.Location, Store));
            }
        }
        else if (body.IsWhole && IsInteraction(request.Address))
        {
            report(Diagnostic.Create(Descriptors.StorageOn, body.Location, Store));
        }
    }

    // What goes on from a stored interaction, or runs behind it, needs the storage.
    private static bool RefersToStored(RequestValue body) => body.Find("previousinteractionid") is not null || body.Find("background") is { Constant: not false };

    private static bool IsInteraction(string address)
    {
        int end = address.IndexOf('?');
        return (end < 0 ? address : address.Substring(0, end)).EndsWith("/interactions", StringComparison.Ordinal);
    }
}
