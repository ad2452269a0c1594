namespace GeminiGen;

/// <summary>A page the model asked for.</summary>
/// <param name="Uri">Its address; <see langword="null"/> when the API gave none that can be read.</param>
/// <param name="Status">What became of it, in the API's words, as <c>URL_RETRIEVAL_STATUS_SUCCESS</c>.</param>
public sealed record RetrievedUrl(Uri? Uri, string Status)
{
    /// <summary>Whether the page was read.</summary>
    public bool IsRetrieved => Status == "URL_RETRIEVAL_STATUS_SUCCESS";
}
