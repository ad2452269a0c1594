using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>Keys as they stand in samples, tutorials and small programs. <c>OLD</c>, <c>NEW</c>, <c>OPENAI</c>, <c>CLAUDE</c> and <c>OPAQUE</c> are put in at run time; the client libraries are absent, as in a half-restored project.</summary>
public sealed class KeyProgramTests
{
    public static TheoryData<string, string> Programs => new()
    {
        { "using Mscc.GenerativeAI; var googleAI = new GoogleAI(apiKey: \"OLD\"); var model = googleAI.GenerativeModel(model: Model.Gemini25Flash);", "GG1001" },
        { "using GenerativeAI; var model = new GenerativeModel(\"OLD\", \"models/gemini-1.5-flash\");", "GG1001" },
        { "using Google.GenAI; var client = new Client(apiKey: \"NEW\");", "GG1001" },
        { "builder.Services.AddSingleton(new GoogleAI(\"OLD\"));", "GG1001" },
        { "Environment.SetEnvironmentVariable(\"GEMINI_API_KEY\", \"OLD\");", "GG1001" },
        { "client.DefaultRequestHeaders.Add(\"x-goog-api-key\", \"OLD\");", "GG1001" },
        { "request.Headers.TryAddWithoutValidation(\"x-goog-api-key\", \"NEW\");", "GG1001" },
        { "builder.Configuration[\"Gemini:ApiKey\"] = \"OLD\";", "GG1001" },
        { "builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [\"Gemini:ApiKey\"] = \"OLD\" });", "GG1001" },
        { "builder.Services.Configure<GeminiOptions>(o => o.ApiKey = \"NEW\");", "GG1001" },
        { "class GeminiSettings { public string ApiKey { get; init; } = \"OLD\"; }", "GG1001" },
        { "public class GeminiTests { [Theory] [InlineData(\"OLD\")] public void Works(string key) { } }", "GG1001" },
        { "class S { private const string _k1 = \"OLD1\", _k2 = \"OLD2\"; string GeminiKey => _k1 + _k2; }", "GG1001" },
        { "class S { private readonly string[] _geminiParts = { \"OLD1\", \"OLD2\" }; string Key() => string.Join(string.Empty, _geminiParts); }", "GG1001" },
        { "class S { static string GeminiKey() { var sb = new StringBuilder(); sb.Append(\"OLD1\").Append(\"OLD2\"); return sb.ToString(); } }", "GG1001" },
        { "class S { static string GeminiKey() => new(\"DLO\".Reverse().ToArray()); }", "GG1009" },
        { "var url = \"https://generativelanguage.googleapis.com/v1beta/models/gemini-pro:generateContent?key=OLD\"; await http.PostAsync(url, content);", "GG1001" },
        { "var url = $\"https://generativelanguage.googleapis.com/v1beta/models/{model}:generateContent?key=OLD\";", "GG1001" },
        { "const string ApiKey = \"OLD\"; var url = $\"https://generativelanguage.googleapis.com/v1/models?key={ApiKey}\";", "GG1001 GG1006" },
        { "string apiKey = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\") ?? \"OLD\";", "GG1007" },
        { "var apiKey = args.Length > 0 ? args[0] : \"NEW\";", "GG1007" },
        { "var kernel = Kernel.CreateBuilder().AddGoogleAIGeminiChatCompletion(\"gemini-2.5-flash\", \"OLD\").Build();", "GG1001" },
        { "var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion(\"gpt-4o\", \"OPENAI\").Build();", "GG1002" },
        { "ChatClient client = new(model: \"gpt-4o\", apiKey: \"OPENAI\");", "GG1002" },
        { "var client = new AnthropicClient(new APIAuthentication(\"CLAUDE\"));", "GG1002" },
        { "http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"OPENAI\");", "GG1002" },
        { "request.Headers.Add(\"Authorization\", $\"Bearer {\"OPENAI\"}\");", "GG1002" },
        { "var json = \"\"\"\n{ \"Gemini\": { \"ApiKey\": \"OLD\" } }\n\"\"\";", "GG1001" },
        { "// TODO remove: NEW\nvar key = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\");", "GG1010" },
        { "var key = Encoding.UTF8.GetString(Convert.FromBase64String(\"BASE64\"));", "GG1009" },
        { "if (string.IsNullOrEmpty(geminiKey)) { geminiKey = \"OLD\"; }", "GG1001" },
        { "switch (environment) { case \"dev\": geminiKey = \"OLD\"; break; }", "GG1001" },
        { "var keys = new Queue<string>(new[] { \"NEW\", \"OLD\" }); UseGemini(keys);", "GG1001 GG1001" },
        { "enumerable.Select(x => Gemini.Call(x, \"OLD\"));", "GG1001" },
        { "string M() => true switch { _ => Gemini(\"OLD\") };", "GG1001" },
        { "var client = new OpenAIClient(apiKey: \"OPAQUE\");", "GG1003" },
        { "Console.WriteLine($\"Using Gemini key {apiKey}\");", "" },
        { "var key = configuration[\"Gemini:ApiKey\"] ?? throw new InvalidOperationException(\"Gemini:ApiKey is missing\");", "" },
        { "var client = new GenerativeModel(\"YOUR_API_KEY\", \"gemini-pro\");", "" },
        { "if (!apiKey.StartsWith(\"PREFIX\") && !apiKey.StartsWith(\"AQ.\")) { throw new ArgumentException(\"Not a Gemini key\"); }", "" },
        { "var mapsUrl = \"https://maps.googleapis.com/maps/api/js?key=OLD\";", "" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Finds_what_is_in_the_program(string source, string ids)
    {
        IReadOnlyList<IReadOnlyList<Diagnostic>> findings = await KeyAnalyzerRunner.RunAsync([Fill(source)]);
        Assert.Equal(ids, string.Join(' ', findings[0].Select(static finding => finding.Id).Order(StringComparer.Ordinal)));
    }

    private static string Fill(string source)
    {
        string old = TestKeys.Standard;
        string claude = FamilyKeys.Create(KeyFamilies.All.Single(static family => family.Name == "Anthropic key"), 6);
        string openAI = FamilyKeys.Create(KeyFamilies.All.Single(static family => family.Name == "OpenAI project key"), 6);
        return source
            .Replace("OPENAI", openAI).Replace("CLAUDE", claude)
            .Replace("OPAQUE", "7h" + TestKeys.Random(31, 38) + "Q2")
            .Replace("BASE64", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(old)))
            .Replace("PREFIX", TestKeys.StandardPrefix)
            .Replace("OLD1", old[..15]).Replace("OLD2", old[15..]).Replace("DLO", new string(old.Reverse().ToArray()))
            .Replace("OLD", old).Replace("NEW", TestKeys.Auth);
    }
}
