using System.Collections.Immutable;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Tests.Settings;

/// <summary>GG1004. In the files, <c>AUTH</c> and <c>OLD</c> stand for keys that are put in at run time, and <c>HEAD</c> and <c>TAIL</c> for the parts of one.</summary>
public sealed class KeyInSettingsFileTests
{
    [Theory]
    [InlineData("appsettings.json", "{\"Gemini\":{\"ApiKey\":\"{|GG1004:AUTH|}\"}}")]
    [InlineData("appsettings.Production.json", "{ // comment\n  \"Gemini\": {\n    \"ApiKey\": \"{|GG1004:AUTH|}\",\n  },\n}")]
    [InlineData("appsettings.json", "{\"Url\":\"https://host.example/v1?key={|GG1004:AUTH|}&alt=sse\"}")]
    [InlineData("appsettings.json", "{\"Keys\":[1,true,\"{|GG1004:AUTH|}\"]}")]
    [InlineData("appsettings.json", "{\"Keys\":{\"{|GG1004:AUTH|}\":\"alice\"}}")]
    [InlineData("appsettings.json", "{\"a\":\"\\t\\u003d{|GG1004:\\u0041TAIL1|}\\n\"}")]
    [InlineData("appsettings.json", "{/* \"ApiKey\": \"{|GG1004:AUTH|}\" */}")]
    [InlineData("appsettings.json", "{\n  // \"ApiKey\": \"{|GG1004:AUTH|}\"\n}")]
    [InlineData("appsettings.json", "{'ApiKey':'{|GG1004:AUTH|}'}")]
    [InlineData("appsettings.json", "{\"ApiKey\": {|GG1004:AUTH|} }")]
    [InlineData("launchSettings.json", "{\"profiles\":{\"App\":{\"environmentVariables\":{\"GEMINI_API_KEY\":\"{|GG1004:AUTH|}\"}}}}")]
    [InlineData("local.settings.json", "{\"Values\":{\"Gemini:ApiKey\":\"{|GG1004:AUTH|}\"}}")]
    [InlineData("App.config", "<configuration><appSettings><add key=\"Gemini:ApiKey\" value=\"{|GG1004:AUTH|}\"/></appSettings></configuration>")]
    [InlineData("App.config", "<configuration><setting name='Key'><value>{|GG1004:AUTH|}</value></setting></configuration>")]
    [InlineData("App.config", "<a b=\"x&amp;key={|GG1004:&#65;TAIL1|}&amp;y\"/>")]
    [InlineData("App.config", "<a>{|GG1004:HEAD8<![CDATA[TAIL8|}]]></a>")]
    [InlineData("App.config", "<a>{|GG1004:HEAD8<!-- cut -->TAIL8|}</a>")]
    [InlineData("App.config", "<a><!-- <add key=\"k\" value=\"{|GG1004:AUTH|}\"/> --></a>")]
    [InlineData("Web.config", "<environmentVariable name=\"GEMINI_API_KEY\"\n  value=\n  '{|GG1004:AUTH|}' />")]
    [InlineData("My.csproj", "<Project><PropertyGroup><Key>{|GG1004:AUTH|}</Key></PropertyGroup></Project>")]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup Condition=\"'$(K)' == '{|GG1004:AUTH|}'\" /></Project>")]
    [InlineData("My.targets", "<Project><Target Name=\"T\"><Exec Command=\"curl -H &quot;x-goog-api-key: {|GG1004:AUTH|}&quot;\" /></Target></Project>")]
    [InlineData("Texts.resx", "<root><data name=\"Key\" xml:space=\"preserve\"><value>\n  {|GG1004:AUTH|}\n</value></data></root>")]
    [InlineData("a.runsettings", "<RunSettings><RunConfiguration><EnvironmentVariables><K>{|GG1004:AUTH|}</K></EnvironmentVariables></RunConfiguration></RunSettings>")]
    [InlineData(".env", "GEMINI_API_KEY={|GG1004:AUTH|}")]
    [InlineData(".env.local", "# keys\r\nexport A=\"{|GG1004:AUTH|}\" # mine\r\nB=1\r\n")]
    [InlineData("prod.env", "A='{|GG1004:AUTH|}'\nB: {|GG1004:OTHER|}")]
    [InlineData(".env", "#A={|GG1004:AUTH|}\n{|GG1004:OTHER|}")]
    [InlineData(".env", "A=\"x\\n{|GG1004:AUTH|}\\n\"")]
    [InlineData(".env", "A=\"unfinished\nB={|GG1004:AUTH|}")]
    [InlineData("deploy.yml", "env:\n  GEMINI_API_KEY: {|GG1004:AUTH|} # mine\n")]
    [InlineData("deploy.yaml", "services:\n  web:\n    environment:\n    - GEMINI_API_KEY={|GG1004:AUTH|}\n    - B=1\n")]
    [InlineData("deploy.yml", "a: &x !tag \"{|GG1004:\\x41TAIL1|}\"\nb: '{|GG1004:AUTH|}'")]
    [InlineData("deploy.yml", "---\nrun: |\n  curl \\\n    -H 'x-goog-api-key: {|GG1004:AUTH|}'\n\n  echo\nnext: 1\n---\na: >-\n  {|GG1004:OTHER|}\n")]
    [InlineData("deploy.yml", "a: {b: [1, '{|GG1004:AUTH|}'], c: {|GG1004:OTHER|}}\n")]
    [InlineData("deploy.yml", "a: \"{|GG1004:HEAD8\\\n   TAIL8|}\"\n")]
    [InlineData("deploy.yml", "# k: {|GG1004:AUTH|}\na:\n  {|GG1004:OTHER|}\n")]
    [InlineData("calls.http", "@key = {|GG1004:AUTH|}\n\n### ask\nPOST https://host.example/v1?key={|GG1004:OTHER|}&alt=sse HTTP/1.1\n")]
    [InlineData("calls.http", "GET https://host.example\nx-goog-api-key: {|GG1004:AUTH|}\n\n{\"k\":\"{|GG1004:OTHER|}\"}\n# {|GG1004:AUTH|}")]
    public Task Triggers_at_the_characters_of_the_key(string name, string text) => VerifyAsync(name, text);

    [Theory]
    [InlineData("appsettings.json", "{\"Gemini\":{\"ApiKey\":\"{|GG1004:OLD|}\"}}")]
    [InlineData("appsettings.json", "{\"Ai\":{\"Model\":\"gemini-3.8-flash\",\"ApiKey\":\"{|GG1004:OLD|}\"}}")]
    [InlineData("appsettings.json", "{\"Url\":\"https://generativelanguage.googleapis.com/v1beta/models?key={|GG1004:OLD|}\"}")]
    [InlineData("appsettings.json", "{\"Google\":{\"MapsKey\":\"OLD\",\"GeminiKey\":\"{|GG1004:OLD|}\"}}")]
    [InlineData("App.config", "<appSettings><add key=\"GeminiApiKey\" value=\"{|GG1004:OLD|}\"/><add key=\"GoogleMapsApiKey\" value=\"OLD\"/></appSettings>")]
    [InlineData(".env", "GOOGLE_API_KEY={|GG1004:OLD|}\nMODEL=gemini-3.8-flash\nMAPS_KEY=OLD")]
    [InlineData("deploy.yml", "env:\n- name: GEMINI_API_KEY\n  value: {|GG1004:OLD|}\n- name: MAPS_API_KEY\n  value: OLD\n")]
    [InlineData("calls.http", "x-goog-api-key: {|GG1004:OLD|}")]
    [InlineData(".env", "GOOGLE_API_KEY={|GG1004:OLD|}")]
    [InlineData(".env", "GOOGLE_GENERATIVE_AI_API_KEY={|GG1004:OLD|}")]
    [InlineData("launchSettings.json", "{\"profiles\":{\"App\":{\"environmentVariables\":{\"GOOGLE_API_KEY\":\"{|GG1004:OLD|}\"}}}}")]
    [InlineData("appsettings.json", "{\"AIServices\":{\"ApiKey\":\"{|GG1004:OLD|}\"}}")]
    [InlineData("appsettings.json", "{\"AI\":{\"Google\":{\"ApiKey\":\"{|GG1004:OLD|}\"}}}")]
    [InlineData("appsettings.json", "{\"AI\":{\"Maps\":{\"ApiKey\":\"OLD\"}}}")]
    // Nothing says for which product.
    [InlineData("appsettings.json", "{\"Google\":{\"ApiKey\":\"{|GG1005:OLD|}\"}}")]
    [InlineData("appsettings.json", "{\"Main\":{\"ApiKey\":\"{|GG1005:OLD|}\"}}")]
    [InlineData("firebase.config.json", "{\"apiKey\":\"OLD\"}")]
    [InlineData("app.config.json", "{\"apiKey\":\"OLD\",\"authDomain\":\"app.firebaseapp.com\"}")]
    // The header of all of Google's APIs, in one request of several.
    [InlineData("calls.http", "POST https://places.googleapis.com/v1/places:searchText\nX-Goog-Api-Key: OLD\n")]
    [InlineData("calls.http", "POST https://generativelanguage.googleapis.com/v1beta/models\nX-Goog-Api-Key: {|GG1004:OLD|}\n\n###\nPOST https://places.googleapis.com/v1/places:searchText\nX-Goog-Api-Key: OLD\n")]
    [InlineData("appsettings.json", "{\"Firebase\":{\"apiKey\":\"OLD\"},\"Model\":\"gemini-3.8-flash\"}")]
    [InlineData("appsettings.json", "{\"Url\":\"https://maps.googleapis.com/maps/api/js?key=OLD\"}")]
    [InlineData("My.csproj", "<Project><PropertyGroup><GoogleMapsKey>OLD</GoogleMapsKey></PropertyGroup><PackageReference Include=\"GeminiGen\"/></Project>")]
    public Task The_shared_shape_needs_a_sign(string name, string text) => VerifyAsync(name, text);

    [Theory]
    [InlineData("appsettings.json", "{\"Mistral\":{\"ApiKey\":\"{|GG1004:OPAQUE|}\"}}")]
    [InlineData("appsettings.json", "{\"Gemini\":{\"ApiKey\":\"{|GG1004:OPAQUE|}\"}}")]
    [InlineData("appsettings.json", "{\"AzureOpenAI\":{\"Key\":\"{|GG1004:HEX|}\"}}")]
    [InlineData("Web.config", "<add key=\"Cohere.ApiKey\" value=\"{|GG1004:OPAQUE|}\" />")]
    [InlineData(".env", "MISTRAL_API_KEY={|GG1004:OPAQUE|}")]
    [InlineData(".env", "AZURE_OPENAI_API_KEY={|GG1004:HEX|}")]
    [InlineData("calls.http", "POST https://api.mistral.ai/v1/chat/completions\nAuthorization: Bearer {|GG1004:OPAQUE|}\n\n###\nPOST https://api.example/v1\nAuthorization: Bearer OPAQUE\n")]
    [InlineData("calls.http", "POST https://api.mistral.ai/v1/chat/completions\nX-Request-Id: OPAQUE\nAuthorization: Bearer {{token}}\n")]
    // The key of a connection string.
    [InlineData("appsettings.json", "{\"ConnectionStrings\":{\"openai\":\"Endpoint=https://x.openai.azure.com/;Key={|GG1004:HEX|}\"}}")]
    [InlineData("appsettings.json", "{\"ConnectionStrings\":{\"chat\":\"Endpoint=https://generativelanguage.googleapis.com/;Key={|GG1004:OPAQUE|};Model=x\"}}")]
    [InlineData(".env", "ConnectionStrings__mistral=\"Endpoint=https://api.mistral.ai; Api Key = {|GG1004:OPAQUE|} \"")]
    [InlineData("Web.config", "<connectionStrings><add name=\"openai\" connectionString=\"Endpoint=https://x.openai.azure.com/;Key={|GG1004:HEX|}\" /></connectionStrings>")]
    [InlineData("appsettings.json", "{\"ConnectionStrings\":{\"queue\":\"Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=OPAQUE\",\"search\":\"Endpoint=https://x.search.windows.net;Key=OPAQUE\"}}")]
    [InlineData("appsettings.json", "{\"ConnectionStrings\":{\"openai-store\":\"DefaultEndpointsProtocol=https;AccountName=openai;AccountKey=OPAQUE\",\"openai\":\"Endpoint=https://x.openai.azure.com/;Key=<your-key-goes-here-right-now>\"}}")]
    [InlineData("deploy.yml", "openai:\n  token: '{|GG1004:OPAQUE|}'")]
    [InlineData("appsettings.json", "{\"Redis\":{\"ApiKey\":\"OPAQUE\"},\"Gemini\":{\"Deployment\":\"OPAQUE\",\"PublicKey\":\"OPAQUE\",\"CacheKey\":\"OPAQUE\"}}")]
    [InlineData("appsettings.json", "{\"Gemini\":{\"ApiKey\":\"HEX\",\"Token\":\"3F2504E0-4F89-11D3-9A0C-0305E82C3301\",\"Key\":\"gemini-deployment-of-the-west\"}}")]
    [InlineData("appsettings.json", "{\"AzureOpenAI\":{\"ApiKey\":\"00000000000000000000000000000000\",\"Hash\":\"HEX\"}}")]
    [InlineData("My.csproj", "<Project><PropertyGroup><UserSecretsId>OPAQUE</UserSecretsId></PropertyGroup></Project>")]
    public Task Keys_without_a_shape_are_known_by_their_setting(string name, string text) => VerifyAsync(name, text);

    [Theory]
    [InlineData("appsettings.json", "{\"Google\":{\"type\":\"service_account\",\"private_key\":\"{|GG1004:PEM|}\\n\"}}")]
    [InlineData(".env", "GOOGLE_CREDENTIALS='{\"type\":\"service_account\",\"private_key\":\"{|GG1004:PEM|}\"}'")]
    // Whose key it is has to stand there, and a key has to.
    [InlineData("appsettings.json", "{\"Tls\":{\"private_key\":\"PEM\"}}")]
    [InlineData("appsettings.json", "{\"type\":\"service_account\",\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n<your key>\\n-----END PRIVATE KEY-----\"}")]
    public Task Keys_of_service_accounts_are_known_by_their_armour(string name, string text) => VerifyAsync(name, text);

    [Theory]
    [InlineData("secret.yaml", "apiVersion: v1\nkind: Secret\ndata:\n  gemini: {|GG1004:BASE64|}\n")]
    [InlineData("secret.yaml", "apiVersion: v1\nkind: Secret\nstringData:\n  gemini: {|GG1004:AUTH|}\n")]
    // Other data, and other manifests.
    [InlineData("secret.yaml", "apiVersion: v1\nkind: Secret\ndata:\n  text: c29tZSB0ZXh0IHRoYXQgaXMgbm8ga2V5IGF0IGFsbCwgYnV0IGxvbmcgZW5vdWdo\n")]
    [InlineData("map.yaml", "apiVersion: v1\nkind: ConfigMap\nbinaryData:\n  a: BASE64\n")]
    public Task Secrets_of_kubernetes_are_decoded(string name, string text) => VerifyAsync(name, text);

    [Theory]
    [InlineData("wwwroot/appsettings.json", true)]
    [InlineData("appsettings.json", false)]
    public async Task A_key_that_a_server_hands_out_is_told_once_more(string name, bool isPublic)
    {
        ImmutableArray<Diagnostic> findings = await SettingsRun.RunAsync(name, Fill("{\"Gemini\":{\"ApiKey\":\"AUTH\"}}"));

        Assert.Equal(isPublic ? ["GG1004", "GG5006"] : ["GG1004"], findings.Select(static finding => finding.Id).Order(StringComparer.Ordinal));
        Assert.All(findings, static finding => Assert.DoesNotContain(TestKeys.Auth[^8..], finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("packages.lock.json")]
    [InlineData("pnpm-lock.yaml")]
    [InlineData("notes.txt")]
    [InlineData("data.json")]
    [InlineData("Program.prompt")]
    public Task Does_not_trigger_in_other_files(string name) => VerifyAsync(name, "{\"Gemini\":\"AUTH\"}");

    [Theory]
    [InlineData("{\"Gemini\":{\"ApiKey\":\"{|GG1004:AUTH|}")]
    [InlineData("{\"Gemini\":{\"ApiKey\":\"broken\n\"k\":\"{|GG1004:AUTH|}\"")]
    [InlineData("}}]]{\"\\uZZZZ\\q\":\"{|GG1004:AUTH|}\"")]
    [InlineData("<<<<<<< HEAD\n\"a\": \"{|GG1004:AUTH|}\"\n=======\n\"a\": \"b\"\n>>>>>>> other")]
    public Task Triggers_in_broken_json(string text) => VerifyAsync("appsettings.json", text);

    [Theory]
    [InlineData("<a b=\"{|GG1004:AUTH|}")]
    [InlineData("<a b=\"x <c d='{|GG1004:AUTH|}'/>")]
    [InlineData("</a></b>&nonsense;&#xZZ;{|GG1004:AUTH|}<")]
    [InlineData("<a><![CDATA[{|GG1004:AUTH|}")]
    [InlineData("<a><!-- {|GG1004:AUTH|}")]
    [InlineData("<!DOCTYPE a [ <!ENTITY k \"{|GG1004:AUTH|}\"> ]><a/>")]
    public Task Triggers_in_broken_xml(string text) => VerifyAsync("App.config", text);

    [Theory]
    [InlineData("a: b: c: {|GG1004:AUTH|}")]
    [InlineData("\ta: {|GG1004:AUTH|}")]
    [InlineData("a: \"x\n  b: {|GG1004:AUTH|}\n")]
    [InlineData("a: [1, {b: {|GG1004:AUTH|}\n")]
    [InlineData("'a: 1\nb: '{|GG1004:AUTH|}")]
    [InlineData("- - - a\n- : {|GG1004:AUTH|}\n  ? b\n")]
    public Task Triggers_in_broken_yaml(string text) => VerifyAsync("a.yml", text);

    [Theory]
    [InlineData("dotnet_code_quality.GG1004.skip = true", false)]
    [InlineData("dotnet_code_quality.GG1004.skip = false", true)]
    public async Task Leaves_files_out_that_the_editorconfig_says_to_skip(string line, bool isFound)
    {
        var options = new TestProjectOptions
        {
            AdditionalFiles = [new SourceFile("appsettings.json", Fill(isFound ? "\"{|GG1004:AUTH|}\"" : "\"AUTH\""))],
            EditorConfig = "[*.json]\n" + line,
        };
        await AnalyzerVerifier.VerifyAsync<SettingsFileAnalyzer>("", options);
    }

    [Fact]
    public async Task Leaves_the_keys_of_tests_alone()
    {
        var options = new TestProjectOptions
        {
            AdditionalFiles = [new SourceFile("appsettings.json", Fill("[\"AUTH\", \"{|GG1004:OTHER|}\"]"))],
            EditorConfig = "[*.json]\ndotnet_code_quality.GG1001.test_keys = " + TestKeys.Auth[20..30],
        };
        await AnalyzerVerifier.VerifyAsync<SettingsFileAnalyzer>("", options);
    }

    [Fact]
    public Task Is_off_with_GeminiGenAnalyzers_false()
        => AnalyzerVerifier.VerifyAsync<SettingsFileAnalyzer>(
            "",
            new TestProjectOptions { AdditionalFiles = [new SourceFile(".env", Fill("A=AUTH"))], GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    [Fact]
    public Task Needs_no_type_of_ours()
        => AnalyzerVerifier.VerifyAsync<SettingsFileAnalyzer>(
            "",
            new TestProjectOptions { AdditionalFiles = [new SourceFile(".env", Fill("A={|GG1004:AUTH|}"))], References = ReferenceSet.Framework });

    [Theory]
    [InlineData("appsettings.json", "{\"Gemini\":{\"ApiKey\":\"AUTH\"}}", "'Gemini:ApiKey' in 'appsettings.json' holds a key (Gemini auth key, 53 characters, beginning with 'PREFIX')", "set \"Gemini:ApiKey\" …")]
    [InlineData("launchSettings.json", "{\"profiles\":{\"App\":{\"environmentVariables\":{\"Gemini__ApiKey\":\"AUTH\"}}}}", "'Gemini:ApiKey' in 'launchSettings.json' holds", "set \"Gemini:ApiKey\" …")]
    [InlineData("appsettings.json", "{\"Models\":[{\"Key\":\"a\"},{\"Key\":\"AUTH\"}]}", "'Models:1:Key' in", "set \"Models:1:Key\" …")]
    [InlineData("App.config", "<appSettings><add key=\"Gemini:ApiKey\" value=\"AUTH\"/></appSettings>", "'Gemini:ApiKey' in 'App.config'", "set \"Gemini:ApiKey\" …")]
    [InlineData("Texts.resx", "<root><data name=\"GeminiKey\"><value>AUTH</value></data></root>", "'GeminiKey' in 'Texts.resx'", "set \"GeminiKey\" …")]
    [InlineData("My.csproj", "<Project><PropertyGroup><GeminiKey>AUTH</GeminiKey></PropertyGroup></Project>", "'GeminiKey' in 'My.csproj'", "set \"GeminiKey\" …")]
    [InlineData(".env", "export GEMINI_API_KEY=AUTH", "'GEMINI_API_KEY' in '.env'", "set \"GEMINI_API_KEY\" …")]
    [InlineData("k8s.yaml", "spec:\n  containers:\n  - name: web\n    env:\n    - name: Gemini__ApiKey\n      value: AUTH\n", "'Gemini:ApiKey' in 'k8s.yaml'", "set \"Gemini:ApiKey\" …")]
    [InlineData("compose.yml", "services:\n  web:\n    environment:\n      - GEMINI_API_KEY=AUTH\n", "'GEMINI_API_KEY' in 'compose.yml'", "set \"GEMINI_API_KEY\" …")]
    [InlineData("a.http", "GET https://host.example/?key=AUTH", "'a.http' holds", "set \"Gemini:ApiKey\" …")]
    [InlineData("appsettings.json", "{\"AUTH\":{\"a\":\"AUTH\"}}", "'appsettings.json' holds", "set \"Gemini:ApiKey\" …")]
    public async Task Message_names_the_setting_and_no_more_of_the_key_than_its_prefix(string name, string text, string start, string hint)
    {
        ImmutableArray<Diagnostic> findings = await SettingsRun.RunAsync(name, Fill(text));

        Assert.NotEmpty(findings);
        Assert.All(findings, finding =>
        {
            string message = finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            Assert.StartsWith(start.Replace("PREFIX", TestKeys.AuthPrefix), message, StringComparison.Ordinal);
            Assert.Contains(hint, message, StringComparison.Ordinal);
            Assert.DoesNotContain(TestKeys.Auth[..(TestKeys.AuthPrefix.Length + 1)], message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public async Task Gives_line_and_column_with_every_line_end(string lineEnd)
    {
        Diagnostic finding = Assert.Single(await SettingsRun.RunAsync("appsettings.json", Fill("{\n  \"a\": \"\\u0020AUTH\"\n}").Replace("\n", lineEnd)));

        FileLinePositionSpan span = finding.Location.GetLineSpan();
        Assert.Equal("/project/appsettings.json", span.Path);
        Assert.Equal(new LinePosition(1, 14), span.StartLinePosition);
        Assert.Equal(new LinePosition(1, 14 + TestKeys.Auth.Length), span.EndLinePosition);
    }

    private static Task VerifyAsync(string name, string text)
        => AnalyzerVerifier.VerifyAsync<SettingsFileAnalyzer>("", new TestProjectOptions { AdditionalFiles = [new SourceFile(name, Fill(text))] });

    private static string Fill(string text) => text
        .Replace("PEM", $"-----BEGIN {"PRIVATE"} KEY-----\\n{TestKeys.Random(8, 64)}\\n{TestKeys.Random(9, 64)}\\n-----END {"PRIVATE"} KEY-----")
        .Replace("BASE64", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(TestKeys.Auth)))
        .Replace("HEAD8", TestKeys.Auth[..8]).Replace("TAIL8", TestKeys.Auth[8..]).Replace("TAIL1", TestKeys.Auth[1..])
        .Replace("OPAQUE", TestKeys.Random(31, 32)).Replace("HEX", "0cc175b9c0f1b6a831c399e269772661")
        .Replace("OTHER", TestKeys.OtherAuth).Replace("OLD", TestKeys.Standard).Replace("AUTH", TestKeys.Auth);
}
