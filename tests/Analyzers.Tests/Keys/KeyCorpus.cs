using System.Globalization;
using System.Text;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>
/// A labelled corpus of programs with and without keys, made from a fixed seed: every position and every family. In the templates <c>KEY</c> stands for a key, <c>HEAD</c>,
/// <c>MID</c> and <c>TAIL</c> for its parts.
/// </summary>
internal static class KeyCorpus
{
    private static readonly string[] PlainTemplates =
    [
        "class C { string _k = \"KEY\"; }",
        "class C { private const string K = \"KEY\"; }",
        "class C { static readonly string K = \"KEY\"; }",
        "class C { public string K { get; set; } = \"KEY\"; }",
        "class C { string K => \"KEY\"; }",
        "class C { string M() { return \"KEY\"; } }",
        "class C { void M() { var k = \"KEY\"; N(k); } void N(string k) { } }",
        "class C { void M() { N(\"KEY\"); } void N(string k) { } }",
        "class C { void M(string k = \"KEY\") { } }",
        "class A : System.Attribute { public A(string k) { } } [A(\"KEY\")] class C { }",
        "class A : System.Attribute { public string K { get; set; } } [A(K = \"KEY\")] class C { }",
        "class C { string[] K = { \"KEY\", \"b\" }; }",
        "class C { string[] K = new[] { \"a\", \"KEY\" }; }",
        "class C { string[] K = [\"a\", \"KEY\"]; }",
        "class C { System.Collections.Generic.List<string> K = new() { \"KEY\" }; }",
        "class C { System.Collections.Generic.Dictionary<string, string> K = new() { [\"k\"] = \"KEY\" }; }",
        "class C { System.Collections.Generic.Dictionary<string, string> K = new() { { \"k\", \"KEY\" } }; }",
        "class C { (string, int) K = (\"KEY\", 1); }",
        "class C { string M(int i) => i switch { 1 => \"KEY\", _ => \"\" }; }",
        "class C { int M(string k) { switch (k) { case \"KEY\": return 1; default: return 2; } } }",
        "class C { string M(string k) => k ?? \"KEY\"; }",
        "class C { string M(bool b) => b ? \"KEY\" : \"\"; }",
        "class C { System.ReadOnlySpan<byte> K => \"KEY\"u8; }",
        "class C { string K = @\"KEY\"; }",
        "class C { string K = \"\"\"KEY\"\"\"; }",
        "class C { string K = \"\"\"\n    { \"k\": \"KEY\" }\n    \"\"\"; }",
        "class C { string K = $\"KEY\"; }",
        "class C { string M(string m) => $\"{m}?k=KEY&a={m}\"; }",
        "class C { string K = \"https://host.example/v1?key=KEY\"; }",
        "class C { string K = \"{ \\\"apiKey\\\": \\\"KEY\\\" }\"; }",
        "class C { string K = \"Authorization: Bearer KEY\"; }",
        "class C { string K = \"<add key='k' value='KEY' />\"; }",
        "class C { void M(System.Net.Http.HttpClient h) => h.DefaultRequestHeaders.Add(\"x-some-key\", \"KEY\"); }",
        "class C { object O = new { ApiKey = \"KEY\" }; }",
        "class C { record R(string K = \"KEY\"); }",
        "class C { bool M(string k) => k is \"KEY\"; }",
        "class C { void M() { System.Environment.SetEnvironmentVariable(\"K\", \"KEY\"); } }",
        "class C { System.Lazy<string> K = new(() => \"KEY\"); }",
        "class C { void M() { string F() => \"KEY\"; F(); } }",
        "class C { System.Collections.Generic.IEnumerable<string> M() { yield return \"KEY\"; } }",
    ];

    private static readonly string[] SplitTemplates =
    [
        "class C { string K = \"HEAD\" + \"MID\" + \"TAIL\"; }",
        "class C { const string K = \"HEAD\" + \"MIDTAIL\"; }",
        "class C { const string A = \"HEAD\", B = \"MIDTAIL\"; string K = A + B; }",
        "class C { private const string _a = \"HEAD\"; private const string _b = \"MID\"; private const string _c = \"TAIL\"; string K() => _a + _b + _c; }",
        "class C { static readonly string A = \"HEAD\"; static readonly string B = \"MIDTAIL\"; string K() => A + B; }",
        "class C { static readonly string A = \"HEAD\"; static readonly string B = \"MIDTAIL\"; string K() => $\"{A}{B}\"; }",
        "class C { string M() { var a = \"HEAD\"; var b = \"MID\"; var c = \"TAIL\"; return a + b + c; } }",
        "class C { string M() { var a = \"HEAD\"; a += \"MID\"; a += \"TAIL\"; return a; } }",
        "class C { string M() { var (a, b) = (\"HEAD\", \"MIDTAIL\"); return a + b; } }",
        "class C { string K = string.Concat(\"HEAD\", \"MID\", \"TAIL\"); }",
        "class C { string K = string.Format(\"{0}{1}{2}\", \"HEAD\", \"MID\", \"TAIL\"); }",
        "class C { string K = string.Format(System.Globalization.CultureInfo.InvariantCulture, \"{0}{1}{2}\", \"HEAD\", \"MID\", \"TAIL\"); }",
        "class C { string K = string.Join(\"\", \"HEAD\", \"MID\", \"TAIL\"); }",
        "class C { string K = string.Join(\"\", new[] { \"HEAD\", \"MID\", \"TAIL\" }); }",
        "class C { string M() { var p = new[] { \"HEAD\", \"MID\", \"TAIL\" }; return string.Concat(p); } }",
        "class C { string M() { var p = new[] { \"HEAD\", \"MIDTAIL\" }; return p[0] + p[1]; } }",
        "class C { string K = \"HEAD--MID--TAIL\".Replace(\"--\", \"\"); }",
        "class C { string K = \"  HEADMIDTAIL  \".Trim() + \"\"; }",
        "class C { string K = \"xxHEADMIDTAIL\".Substring(2); }",
        "class C { string K = \"HEADTAIL\".Insert(LENGTH, \"MID\"); }",
        "class C { string K = \"HEAD@@@@MIDTAIL\".Remove(LENGTH, 4); }",
        "class C { string M() => new System.Text.StringBuilder().Append(\"HEAD\").Append(\"MID\").Append(\"TAIL\").ToString(); }",
        "class C { string M() { var sb = new System.Text.StringBuilder(\"HEAD\"); sb.Append(\"MID\"); sb.Append(\"TAIL\"); return sb.ToString(); } }",
        "class C { string K = ESCAPED; }",
        "class C { string K = XESCAPED; }",
        "class C { string K = CRUMBS; }",
        "class C { string A() => \"HEAD\"; string B() => \"MIDTAIL\"; string K() => A() + B(); }",
        "class C { string A => \"HEAD\"; string B => \"MIDTAIL\"; string K => A + B; }",
        "class C { string M(string m) => m + \"?key=\" + \"HEAD\" + \"MIDTAIL\"; }",
        "class C { string M() { const string a = \"HEAD\"; return $\"{a}MIDTAIL\"; } }",
        "static class P { public const string Part1 = \"HEAD\"; public const string Part2 = \"MIDTAIL\"; } class C { string K = P.Part1 + P.Part2; }",
    ];

    private static readonly string[] EncodedTemplates =
    [
        "class C { string K = \"BASE64\"; }",
        "class C { string K = System.Text.Encoding.UTF8.GetString(System.Convert.FromBase64String(\"BASE64\")); }",
        "class C { string K = System.Text.Encoding.UTF8.GetString(System.Convert.FromHexString(\"HEXCODE\")); }",
        "class C { string M() { var c = \"REVERSED\".ToCharArray(); System.Array.Reverse(c); return new string(c); } }",
        "class C { byte[] K = { CODES }; }",
        "class C { string K = new string(new[] { CHARS }); }",
        "class C { string K = System.Uri.UnescapeDataString(\"PERCENT\"); }",
        "class C { string M() { var a = \"B64HEAD\"; var b = \"B64TAIL\"; return System.Text.Encoding.UTF8.GetString(System.Convert.FromBase64String(a + b)); } }",
    ];

    private static readonly string[] PlaceholderForms =
    [
        "PREFIX", "PREFIX...", "PREFIXxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "PREFIXyour-key-here-your-key-here-your-key-here-your", "PREFIX0000000000000000000000000000000000000000000000",
        "PREFIX<your key>", "PREFIX[A-Za-z0-9_-]{35}", "PREFIXabcdefghijklmnopqrstuvwxyz0123456789abcdefghijklm", "PREFIXEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLE", "PREFIX{0}",
    ];

    /// <summary>Programs with a key as it is.</summary>
    public static IEnumerable<LabelledProgram> Plain() => FromTemplates(PlainTemplates, "plain", 1000);

    /// <summary>Programs whose key is split, escaped or put together.</summary>
    public static IEnumerable<LabelledProgram> Split() => FromTemplates(SplitTemplates, "split or escaped", 2000);

    /// <summary>Programs whose key is encoded or written backwards.</summary>
    public static IEnumerable<LabelledProgram> Encoded() => FromTemplates(EncodedTemplates, "encoded or reversed", 3000);

    /// <summary>Programs without a key.</summary>
    public static IEnumerable<LabelledProgram> Clean()
    {
        int number = 0;
        foreach (KeyFamily family in KeyFamilies.All)
        {
            foreach (string form in PlaceholderForms)
            {
                yield return new LabelledProgram("clean", Frame(++number, "class C { string K = \"" + form.Replace("PREFIX", family.Prefix) + "\"; bool M(string k) => k.StartsWith(\"" + family.Prefix + "\"); }", family), "", family);
            }
        }

        for (int seed = 0; seed < 90; seed++)
        {
            yield return new LabelledProgram("clean", Frame(++number, Innocent(seed), KeyFamilies.Auth), "", KeyFamilies.Auth);
        }
    }

    private static IEnumerable<LabelledProgram> FromTemplates(string[] templates, string label, int seed)
    {
        foreach (string template in templates)
        {
            foreach (KeyFamily family in KeyFamilies.All)
            {
                string key = FamilyKeys.Create(family, ++seed);
                yield return new LabelledProgram(label, Frame(seed, Fill(template, key, family), family), key, family);
            }
        }
    }

    // Every program is on its own. A shared shape needs a sign of its provider, as every program that uses the key has one.
    private static string Frame(int number, string source, KeyFamily family)
        => "namespace N" + number + "\n{\n" + source + "\nclass " + family.Provider.Replace(" ", "") + "Client { }\n}\n";

    private static string Fill(string template, string key, KeyFamily family)
    {
        int first = family.Prefix.Length + 3;
        int second = first + ((key.Length - first) / 2);
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        string base64 = Convert.ToBase64String(bytes);
        return template
            .Replace("LENGTH", first.ToString(CultureInfo.InvariantCulture))
            .Replace("XESCAPED", "\"" + string.Concat(key.Select(static c => "\\x" + ((int)c).ToString("X4", CultureInfo.InvariantCulture))) + "\"")
            .Replace("ESCAPED", "\"\\u" + ((int)key[0]).ToString("X4", CultureInfo.InvariantCulture) + key[1..] + "\"")
            .Replace("CRUMBS", string.Join(" + ", key.Chunk(3).Select(static part => "\"" + new string(part) + "\"")))
            .Replace("BASE64", base64)
            .Replace("B64HEAD", base64[..(base64.Length / 2)]).Replace("B64TAIL", base64[(base64.Length / 2)..])
            .Replace("HEXCODE", Convert.ToHexString(bytes))
            .Replace("CODES", string.Join(", ", bytes))
            .Replace("CHARS", string.Join(", ", key.Select(static c => "'" + c + "'")))
            .Replace("PERCENT", string.Concat(key.Select(static c => "%" + ((int)c).ToString("X2", CultureInfo.InvariantCulture))))
            .Replace("REVERSED", new string(key.Reverse().ToArray()))
            .Replace("HEAD", key[..first]).Replace("MID", key[first..second]).Replace("TAIL", key[second..])
            .Replace("KEY", key);
    }

    private static string Innocent(int seed)
    {
        var random = new Random(seed);
        byte[] bytes = new byte[20 + random.Next(60)];
        random.NextBytes(bytes);
        string text = (seed % 10) switch
        {
            0 => Convert.ToBase64String(bytes),
            1 => Convert.ToHexString(bytes).ToLowerInvariant(),
            2 => new Guid(bytes.AsSpan(0, 16)).ToString(),
            3 => TestKeys.Random(seed, 60) + TestKeys.Standard + TestKeys.Random(seed + 1, 60),
            4 => "eyJhbGciOiJIUzI1NiJ9." + TestKeys.Random(seed, 60) + "." + TestKeys.Random(seed + 1, 43),
            5 => "gemini-3.5-flash-" + seed,
            6 => "sha256-" + Convert.ToBase64String(bytes),
            7 => "TheQuickBrownFoxJumpsOverTheLazyDog" + seed,
            8 => TestKeys.Random(seed, 39),
            _ => "https://host.example/" + TestKeys.Random(seed, 30) + "?id=" + TestKeys.Random(seed + 1, 20),
        };
        return "class C { string A = \"" + text + "\"; string B = \"" + text[..(text.Length / 2)] + "\" + \"" + text[(text.Length / 2)..] + "\"; const string D = \"" + text + "\"; }";
    }
}
