namespace GeminiGen.Analyzers.Keys;

/// <summary>The hosts of Google's APIs. All of them take keys of one shape in one header.</summary>
internal static class GoogleHosts
{
    private const string Domain = ".googleapis.com";

    // Those of models, and those that say nothing of what a key beside them is for: sign-in, storage, fonts, scripts.
    private static readonly string[] Neutral =
    [
        "generativelanguage", "aiplatform", "oauth2", "storage", "iam", "iamcredentials", "sts", "cloudresourcemanager", "serviceusage", "secretmanager", "www", "fonts", "ajax", "discoveryengine",
    ];

    /// <summary>True for a text with the host of a product that is no model.</summary>
    public static bool HasOther(string text)
    {
        for (int end = text.IndexOf(Domain, StringComparison.OrdinalIgnoreCase); end >= 0; end = text.IndexOf(Domain, end + Domain.Length, StringComparison.OrdinalIgnoreCase))
        {
            int start = end;
            while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                start--;
            }

            // A region may stand before the name, with a dash: "us-central1-aiplatform".
            string name = text.Substring(start, end - start);
            if (name.Length > 0 && !Array.Exists(Neutral, neutral => neutral.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
