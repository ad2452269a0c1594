namespace GeminiGen;

/// <summary>What a base address has to be, wherever it comes from.</summary>
internal static class BaseAddressRule
{
    /// <summary>What is wrong, as the rest of a sentence, or <see langword="null"/>. The address is not repeated: it may hold a key.</summary>
    internal static string? Violation(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return "must be an absolute http or https address.";
        }

        return address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0
            ? "must have no query, fragment or user name; the key goes into GeminiOptions.ApiKey."
            : null;
    }
}
