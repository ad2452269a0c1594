using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers.Grounding;

/// <summary>What the tools the API runs itself add to an answer: sources for its sentences, pages read, code run. All of it is made up, and always the same.</summary>
internal static partial class BuiltInTools
{
    private const int MostSources = 3;

    /// <summary>The answer with the code that was run before it.</summary>
    public static ModelAnswer RunCode(ModelAnswer answer, GenerateRequest request) => Has(request, "codeExecution")
        ? answer with { Parts = [.. answer.Parts.Where(part => part.IsThought), .. CodeParts(), .. answer.Parts.Where(part => !part.IsThought)] }
        : answer;

    /// <summary>The answer with what it rests on: the places in it are those of the text as it is sent, scripted or not.</summary>
    public static ModelAnswer Ground(ModelAnswer answer, GenerateRequest request) => answer with
    {
        GroundingMetadata = Has(request, "googleSearch") ? Search(answer, request) : null,
        UrlContextMetadata = Has(request, "urlContext") ? ReadUrls(request) : null,
    };

    private static bool Has(GenerateRequest request, string tool) => request.Body.ItemsField("tools").Any(item => item.Field(tool) is not null);

    private static IEnumerable<AnswerPart> CodeParts() =>
    [
        new AnswerPart("") { Data = ("executableCode", """{"language":"PYTHON","code":"print(6 * 7)"}""") },
        new AnswerPart("") { Data = ("codeExecutionResult", """{"outcome":"OUTCOME_OK","output":"42\n"}""") },
    ];

    /// <summary>A source for each of the first sentences; places are told in bytes of UTF-8, as the API does.</summary>
    private static JsonObject Search(ModelAnswer answer, GenerateRequest request)
    {
        int partIndex = answer.Parts.ToList().FindIndex(part => part.IsText);
        string text = partIndex < 0 ? "" : answer.Parts[partIndex].Text;
        var chunks = new JsonArray();
        var supports = new JsonArray();
        foreach (Match sentence in Sentence().Matches(text).Take(MostSources))
        {
            int start = Encoding.UTF8.GetByteCount(text.AsSpan(0, sentence.Index));
            supports.Add(new JsonObject
            {
                ["segment"] = new JsonObject
                {
                    ["partIndex"] = partIndex,
                    ["startIndex"] = start,
                    ["endIndex"] = start + Encoding.UTF8.GetByteCount(sentence.Value),
                    ["text"] = sentence.Value,
                },
                ["groundingChunkIndices"] = new JsonArray(chunks.Count),
            });
            chunks.Add(new JsonObject { ["web"] = new JsonObject { ["uri"] = $"https://source{chunks.Count + 1}.example/page", ["title"] = $"source{chunks.Count + 1}.example" } });
        }

        string query = TextSlice.Prefix(request.Turns.LastOrDefault(turn => turn.Texts.Count > 0)?.Texts[^1] ?? "", 60);
        return new JsonObject
        {
            ["webSearchQueries"] = new JsonArray(query),
            ["searchEntryPoint"] = new JsonObject { ["renderedContent"] = "<div>Emulated search</div>" },
            ["groundingChunks"] = chunks,
            ["groundingSupports"] = supports,
        };
    }

    private static JsonObject ReadUrls(GenerateRequest request) => new()
    {
        ["urlMetadata"] = new JsonArray(
        [
            .. request.Turns.SelectMany(turn => turn.Texts).SelectMany(text => Url().Matches(text)).Select(url => url.Value).Distinct().Select(url => new JsonObject
            {
                ["retrievedUrl"] = url,
                ["urlRetrievalStatus"] = url.Contains("missing", StringComparison.Ordinal) ? "URL_RETRIEVAL_STATUS_ERROR" : "URL_RETRIEVAL_STATUS_SUCCESS",
            }),
        ]),
    };

    [GeneratedRegex(@"[^\s.!?][^.!?\n]*[.!?]", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"https?://[^\s<>""']*[^\s<>""'.,;:!?)]", RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
