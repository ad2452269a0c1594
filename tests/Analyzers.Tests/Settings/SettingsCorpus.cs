using System.Globalization;
using GeminiGen.Analyzers.Tests.Keys;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Settings;

/// <summary>
/// Labelled settings files: every family of keys in every place of every format, and files that hold none. Made from a fixed seed, so that no key stands in the repository.
/// </summary>
internal static class SettingsCorpus
{
    private const int Seed = 41_000;
    private const int NegativeSeed = 51_000;

    // The setting's name, its variable, and the key as it is written.
    private static readonly (string Path, string Text)[] Plain =
    [
        ("appsettings.json", "{\n  \"Logging\": { \"LogLevel\": { \"Default\": \"Information\" } },\n  \"{section}\": {\n    \"Model\": \"large\",\n    \"{name}\": \"{key}\"\n  }\n}"),
        ("appsettings.Development.json", "// local\r\n{\r\n\t\"{section}\" : { \"{name}\":\"{key}\", /* was */ },\r\n}\r\n"),
        ("appsettings.json", "{\"Clients\":[{\"Name\":\"{section}\"},{\"Url\":\"https://host.example/v1?alt=sse&key={key}&q={section}\"}]}"),
        ("appsettings.json", "{\"{section}\":{\"Headers\":\"Authorization: Bearer {key}; Accept: */*\"}}"),
        ("launchSettings.json", "{\"profiles\":{\"Web\":{\"commandName\":\"Project\",\"environmentVariables\":{\"ASPNETCORE_ENVIRONMENT\":\"Development\",\"{variable}\":\"{key}\"}}}}"),
        ("local.settings.json", "{\"IsEncrypted\":false,\"Values\":{\"{section}:{name}\":\"{key}\"}}"),
        (".env", "# {section}\n{variable}={key}\nDEBUG=1\n"),
        (".env.production", "export {variable}=\"{key}\" # do not share\r\n"),
        ("web.env", "A=1\n{variable} = '{key}'\n"),
        (".env", "#{variable}={key}\n"),
        ("App.config", "<?xml version=\"1.0\"?>\n<configuration>\n  <appSettings>\n    <add key=\"{section}:{name}\" value=\"{key}\" />\n  </appSettings>\n</configuration>"),
        ("Web.config", "<configuration><connectionStrings><add name=\"{section}\" connectionString=\"Endpoint=https://host.example;ApiKey={key};Timeout=30\"/></connectionStrings></configuration>"),
        ("My.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n    <{variable}>{key}</{variable}>\n  </PropertyGroup>\n</Project>"),
        ("Directory.Build.props", "<Project><ItemGroup><AssemblyMetadata Include=\"{section}{name}\" Value=\"{key}\" /></ItemGroup></Project>"),
        ("Deploy.targets", "<Project><Target Name=\"{section}\"><Exec Command=\"curl -H &quot;x-api-key: {key}&quot; https://host.example\" /></Target></Project>"),
        ("Texts.resx", "<root>\n  <data name=\"{section}{name}\" xml:space=\"preserve\">\n    <value>{key}</value>\n  </data>\n</root>"),
        ("ci.runsettings", "<RunSettings><TestRunParameters><Parameter name=\"{variable}\" value='{key}' /></TestRunParameters></RunSettings>"),
        ("App.config", "<configuration><!-- <add key=\"{section}\" value=\"{key}\"/> --></configuration>"),
        ("docker-compose.yml", "services:\n  web:\n    image: web:1\n    environment:\n      - {variable}={key}\n      - B=2\n"),
        ("deployment.yaml", "apiVersion: apps/v1\nspec:\n  containers:\n  - name: web\n    env:\n    - name: {variable}\n      value: \"{key}\"\n"),
        ("config.yml", "{section}:\n  # the key\n  {name}: {key} # secret\n  model: large\n"),
        ("ci.yml", "jobs:\n  ask:\n    steps:\n    - run: |\n        export {variable}={key}\n        dotnet test\n"),
        ("config.yaml", "clients: [{ name: {section}, key: '{key}' }, 1]\n"),
        ("ask.http", "@{variable} = {key}\n\nGET https://host.example/v1\nAuthorization: Bearer {{{variable}}}\n"),
        ("ask.http", "### {section}\nPOST https://host.example/v1/models?key={key}&alt=sse HTTP/1.1\nContent-Type: application/json\n\n{ }\n"),
        ("ask.rest", "POST https://host.example/{section}\nx-api-key: {key}\n\n{}\n"),
    ];

    // The same, with some of the key's characters escaped.
    private static readonly (string Path, string Text, Func<char, string> Escape)[] Escaped =
    [
        ("appsettings.json", "{\"{section}\":{\"{name}\":\"\\t{key}\"}}", static c => $"\\u{(int)c:x4}"),
        ("App.config", "<appSettings><add key=\"{section}\" value=\"a=1&amp;key={key}\"/></appSettings>", static c => $"&#{(int)c};"),
        ("Texts.resx", "<root><data name=\"{section}\"><value>&lt;{key}&gt;</value></data></root>", static c => $"&#x{(int)c:X};"),
        ("config.yml", "{section}:\n  {name}: \"\\\"{key}\\\"\"\n", static c => $"\\x{(int)c:x2}"),
        ("My.csproj", "<Project><PropertyGroup><{variable}><![CDATA[{key}]]></{variable}></PropertyGroup></Project>", static c => c.ToString()),
    ];

    private static readonly string[] NegativePaths = ["appsettings.json", "App.config", ".env", "config.yml", "ask.http"];

    /// <summary>Files with a key each.</summary>
    public static IEnumerable<SettingsCase> Positives()
    {
        int seed = Seed;
        foreach (KeyFamily family in KeyFamilies.All)
        {
            foreach ((string path, string text) in Plain)
            {
                string key = FamilyKeys.Create(family, ++seed);
                yield return Create(seed, path, text, family, key, key);
            }

            foreach ((string path, string text, Func<char, string> escape) in Escaped)
            {
                string key = FamilyKeys.Create(family, ++seed);
                var random = new Random(seed);
                yield return Create(seed, path, text, family, key, string.Concat(key.Select(c => random.Next(4) == 0 ? escape(c) : c.ToString())));
            }
        }
    }

    /// <summary>Files without a key.</summary>
    public static IEnumerable<SettingsCase> Negatives()
    {
        int seed = NegativeSeed;
        foreach (KeyFamily family in KeyFamilies.All)
        {
            foreach (string value in NegativeValues(family, ++seed))
            {
                string path = NegativePaths[++seed % NegativePaths.Length];
                yield return SettingsCase.Create($"{seed}/{path}", Wrap(path, family.Variable, value));
            }
        }

        foreach ((string name, string value) in Innocent(seed))
        {
            foreach (string path in NegativePaths)
            {
                yield return SettingsCase.Create($"{++seed}/{path}", Wrap(path, name, value));
            }
        }
    }

    private static SettingsCase Create(int seed, string path, string text, KeyFamily family, string key, string written)
        => SettingsCase.Create(
            string.Create(CultureInfo.InvariantCulture, $"{seed}/{path}"),
            text.Replace("{section}", family.Configuration.Split(':')[0], StringComparison.Ordinal)
                .Replace("{name}", family.Configuration.Split(':')[1], StringComparison.Ordinal)
                .Replace("{variable}", family.Variable, StringComparison.Ordinal)
                .Replace("{key}", SettingsCase.Mark(written), StringComparison.Ordinal),
            key);

    private static IEnumerable<string> NegativeValues(KeyFamily family, int seed)
    {
        string key = FamilyKeys.Create(family, seed);
        string name = family.Variable;
        string prefix = family.Prefix;
        return
        [
            "", $"${{{name}}}", $"$({name})", $"%{name}%", $"#{{{name}}}#", $"{{{{ {name} }}}}", $"@Microsoft.KeyVault(SecretUri=https://kv.example/secrets/{name})",
            prefix, prefix + "...", prefix + "****************", prefix + new string('x', 40), prefix + "your-key-goes-here-please-1234567890", prefix + new string('0', 40),
            key[..20], TestKeys.Random(seed, 60) + "/" + key, "^" + prefix + "[0-9A-Za-z_-]{35,}$",
        ];
    }

    private static IEnumerable<(string Name, string Value)> Innocent(int seed) =>
    [
        ("UserSecretsId", new Guid(17, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13).ToString()),
        ("UserSecretsId", "aspnet-Gemini-" + TestKeys.Random(seed, 32)),
        ("Gemini:Model", "gemini-3.8-flash-preview-11-2026"),
        ("OpenAI:Deployment", "gpt-5-turbo-west-europe-deployment-01"),
        ("OpenAI:ApiKey", "sk-learn-and-friends-in-a-long-word-list"),
        ("Gemini:ApiKey", "the-key-is-in-the-vault-of-the-team"),
        ("Gemini:KeyVaultKey", TestKeys.Random(seed + 1, 40)),
        ("OpenAI:MaxTokens", "12345678901234567890123456789012"),
        ("HuggingFace:Token", "hf_hub_download_of_all_the_models_here"),
        ("contentHash", Convert.ToBase64String(new byte[64].Select(static (_, i) => (byte)(i * 37)).ToArray())),
        ("Image", "ghcr.io/team/gemini@sha256:" + Convert.ToHexStringLower(new byte[32].Select(static (_, i) => (byte)(i * 91)).ToArray())),
        ("Commit", Convert.ToHexStringLower(new byte[20].Select(static (_, i) => (byte)(i * 53)).ToArray())),
        ("Jwt", "eyJhbGciOiJIUzI1NiJ9." + TestKeys.Random(seed + 2, 60) + "." + TestKeys.Random(seed + 3, 43)),
        ("ConnectionStrings:Db", "Server=db.example;Database=gemini;User Id=app;Password=" + TestKeys.Random(seed + 4, 24)),
        ("GoogleMaps:ApiKey", TestKeys.Standard),
        ("Firebase:ApiKey", TestKeys.OtherStandard),
        ("Gemini:Endpoint", "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent"),
    ];

    private static string Wrap(string path, string name, string value) => path switch
    {
        "appsettings.json" => $"{{\n  \"Other\": true,\n  \"{name}\": \"{value.Replace("\\", "\\\\", StringComparison.Ordinal)}\"\n}}",
        "App.config" => $"<configuration>\n  <add key=\"{name}\" value=\"{value.Replace("&", "&amp;", StringComparison.Ordinal)}\" />\n</configuration>",
        "config.yml" => $"a: 1\n{name}: '{value}'\n",
        "ask.http" => $"@{name.Replace(':', '_')} = {value}\n",
        _ => $"{name.Replace(":", "__", StringComparison.Ordinal)}={value}\n",
    };
}
