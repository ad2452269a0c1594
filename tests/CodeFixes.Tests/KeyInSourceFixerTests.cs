using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.CodeFixes.Tests;

/// <summary>The fix of GG1001 and GG1002. In the sources, <c>KEY</c> and <c>KEY2</c> stand for keys that are put in at run time; none may be left in a repaired text.</summary>
public sealed class KeyInSourceFixerTests
{
    private const string Env = "Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\")";
    private const string Throw = " ?? throw new InvalidOperationException(\"Set the environment variable GEMINI_API_KEY.\")";

    private static readonly TestProjectOptions NoNullable = new() { Nullable = NullableContextOptions.Disable };

    [Theory]
    // Where null is accepted the read stands alone.
    [InlineData("using System;\nclass C { string? K = {|GG1001:\"KEY\"|}; }", "using System;\nclass C { string? K = ENV; }")]
    [InlineData("using System;\nclass C { string K = {|GG1001:\"KEY\"|}; }", "using System;\nclass C { string K = ENVTHROW; }")]
    [InlineData("using System;\nclass C { string K { get; } = {|GG1001:@\"KEY\"|}; }", "using System;\nclass C { string K { get; } = ENVTHROW; }")]
    [InlineData("using System;\nclass C { string K => {|GG1001:\"KEY\"|}; }", "using System;\nclass C { string K => ENVTHROW; }")]
    [InlineData("using System;\nclass C { void M(string? k) => M({|GG1001:\"KEY\"|}); }", "using System;\nclass C { void M(string? k) => M(ENV); }")]
    [InlineData("using System;\nclass C { void M(string k) => M({|GG1001:\"KEY\"|}); }", "using System;\nclass C { void M(string k) => M(ENVTHROW); }")]
    [InlineData("using System;\nclass C { int M() => {|GG1001:\"KEY\"|}.Length; }", "using System;\nclass C { int M() => (ENVTHROW).Length; }")]
    [InlineData("using System;\nclass C { void M() { var k = {|GG1001:\"KEY\"|}; Console.WriteLine(k.Length); } }", "using System;\nclass C { void M() { var k = ENVTHROW; Console.WriteLine(k.Length); } }")]
    [InlineData("using System;\nusing GeminiGen;\nclass C { GeminiOptions O = new() { ApiKey = {|GG1001:\"KEY\"|} }; }", "using System;\nusing GeminiGen;\nclass C { GeminiOptions O = new() { ApiKey = ENV }; }")]
    // A split key goes as a whole.
    [InlineData("using System;\nclass C { string? K = {|GG1001:\"HEAD\" + \"TAIL\"|}; }", "using System;\nclass C { string? K = ENV; }")]
    // Longer texts keep what is not the key, in their own form.
    [InlineData("using System;\nclass C { string U = {|GG1001:\"https://host.example/v1?key=KEY&alt=sse\"|}; }", "using System;\nclass C { string U = \"https://host.example/v1?key=\" + (ENVTHROW) + \"&alt=sse\"; }")]
    [InlineData("using System;\nclass C { string U = {|GG1001:@\"c:\\k=KEY\"|}; }", "using System;\nclass C { string U = @\"c:\\k=\" + (ENVTHROW); }")]
    [InlineData("using System;\nclass C { int M() => {|GG1001:\"?key=KEY\"|}.Length; }", "using System;\nclass C { int M() => (\"?key=\" + (ENVTHROW)).Length; }")]
    [InlineData("using System;\nclass C { string M(string m) => $\"{m}{|GG1001:?key=KEY&a={{b}}|}\"; }", "using System;\nclass C { string M(string m) => $\"{m}?key={ENVTHROW}&a={{b}}\"; }")]
    [InlineData("using System;\nclass C { string M(string m) => m + \"?key=\" + {|GG1001:\"KEY\"|}; }", "using System;\nclass C { string M(string m) => m + \"?key=\" + (ENVTHROW); }")]
    // Constants become what can be read at run time, wherever they are used.
    [InlineData("using System;\nclass C { private const string K = {|GG1001:\"KEY\"|}; string U = \"?key=\" + K; }", "using System;\nclass C { private static string K => ENVTHROW; string U = \"?key=\" + K; }")]
    [InlineData("using System;\nclass C { int M() { const string k = {|GG1001:\"KEY\"|}; return k.Length; } }", "using System;\nclass C { int M() { string k = ENVTHROW; return k.Length; } }")]
    public async Task Reads_the_environment(string source, string repaired)
        => await VerifyAsync(source, repaired, "GG1001.Environment");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Adds_the_using_it_needs_in_the_files_own_line_ends(string newLine)
    {
        string source = "class C\n{\n    string? K = {|GG1001:\"KEY\"|};\n}\n";
        string repaired = "using System;\n\nclass C\n{\n    string? K = ENV;\n}\n";
        await VerifyAsync(source.ReplaceLineEndings(newLine), repaired.ReplaceLineEndings(newLine), "GG1001.Environment");
    }

    [Theory]
    [InlineData("global using global::System;")]
    [InlineData("global using System;")]
    public async Task Leaves_the_head_of_a_file_alone_whose_names_are_imported_for_all(string usings)
        => await VerifyAsync(
            "class C\n{\n    string? K = {|GG1001:\"KEY\"|};\n}\n",
            "class C\n{\n    string? K = ENV;\n}\n",
            "GG1001.Environment",
            new TestProjectOptions { OtherFiles = [new SourceFile("Usings.cs", usings)] });

    [Fact]
    public async Task Throws_in_a_longer_text_where_nullable_is_off()
        => await VerifyAsync("using System;\nclass C { string K = {|GG1001:\"?key=KEY\"|}; }", "using System;\nclass C { string K = \"?key=\" + (ENVTHROW); }", "GG1001.Environment", NoNullable);

    [Fact]
    public async Task Throws_nothing_where_nullable_is_off()
        => await VerifyAsync("using System;\nclass C { string K = {|GG1001:\"KEY\"|}; }", "using System;\nclass C { string K = ENV; }", "GG1001.Environment", NoNullable);

    [Fact]
    public async Task Keeps_comments_and_drops_the_key_from_them()
        => await VerifyAsync(
            """
            using System;
            class C
            {
                // The key of the demo project: {|GG1010:KEY|}
                private static readonly string? K = /* first */ {|GG1001:"KEY"|} /* last */; // keep
            }
            """,
            """
            using System;
            class C
            {
                // The key of the demo project: …
                private static readonly string? K = /* first */ ENV /* last */; // keep
            }
            """,
            "GG1001.Environment");

    [Fact]
    public async Task Keeps_documentation_and_modifiers_of_a_constant()
        => await VerifyAsync(
            """
            using System;
            class C
            {
                /// <summary>The key.</summary>
                internal const string K = {|GG1001:"KEY"|}; // trailing

                int _next;
            }
            """,
            """
            using System;
            class C
            {
                /// <summary>The key.</summary>
                internal static string K => ENVTHROW; // trailing

                int _next;
            }
            """,
            "GG1001.Environment");

    [Fact]
    public async Task Fixes_all()
        => await VerifyAsync(
            """
            using System;
            class C
            {
                const string K = {|GG1001:"KEY"|};
                string? A = {|GG1001:"KEY2"|};
                string B = {|GG1001:"?key=KEY"|};
                string U = K;
            }
            """,
            """
            using System;
            class C
            {
                static string K => ENVTHROW;
                string? A = ENV;
                string B = "?key=" + (ENVTHROW);
                string U = K;
            }
            """,
            "GG1001.Environment");

    [Theory]
    [InlineData("void M(IConfiguration configuration) => Use({|GG1001:\"KEY\"|});", "void M(IConfiguration configuration) => Use(configuration[\"Gemini:ApiKey\"]);")]
    [InlineData("readonly IConfiguration _c = null!; void M() => Use({|GG1001:\"KEY\"|});", "readonly IConfiguration _c = null!; void M() => Use(_c[\"Gemini:ApiKey\"]);")]
    [InlineData("void M(IConfigurationRoot root) { Use({|GG1001:\"KEY\"|}); }", "void M(IConfigurationRoot root) { Use(root[\"Gemini:ApiKey\"]); }")]
    [InlineData("void M(Builder builder) { Use({|GG1001:\"KEY\"|}); } class Builder { public IConfiguration Configuration => null!; }", "void M(Builder builder) { Use(builder.Configuration[\"Gemini:ApiKey\"]); } class Builder { public IConfiguration Configuration => null!; }")]
    [InlineData("void M(IConfiguration c) { string k = {|GG1001:\"KEY\"|}; Use(k); }", "void M(IConfiguration c) { string k = c[\"Gemini:ApiKey\"] ?? throw new System.InvalidOperationException(\"Set the configuration key Gemini:ApiKey.\"); Use(k); }")]
    public async Task Reads_the_configuration_in_scope_first(string members, string repaired)
    {
        const string Frame = "using Microsoft.Extensions.Configuration;\nclass C { static void Use(string? k) { } MEMBERS }";
        string expected = Frame.Replace("MEMBERS", repaired, StringComparison.Ordinal);
        expected = expected.Contains("throw new System.", StringComparison.Ordinal)
            ? expected.Replace("using Microsoft", "using System;\nusing Microsoft", StringComparison.Ordinal).Replace("throw new System.", "throw new ", StringComparison.Ordinal)
            : expected;
        await VerifyAsync(Frame.Replace("MEMBERS", members, StringComparison.Ordinal), expected, equivalenceKey: null);
    }

    [Theory]
    [InlineData("static void M() => Use({|GG1001:\"KEY\"|}); readonly IConfiguration _c = null!;", "static void M() => Use(ENV); readonly IConfiguration _c = null!;")]
    [InlineData("string? K = {|GG1001:\"KEY\"|}; readonly IConfiguration _c = null!;", "string? K = ENV; readonly IConfiguration _c = null!;")]
    [InlineData("void M() { Use({|GG1001:\"KEY\"|}); IConfiguration later = null!; Use(later[\"a\"]); }", "void M() { Use(ENV); IConfiguration later = null!; Use(later[\"a\"]); }")]
    public async Task Reads_the_environment_where_the_configuration_is_out_of_reach(string members, string repaired)
    {
        const string Frame = "using System;\nusing Microsoft.Extensions.Configuration;\nclass C { static void Use(string? k) { } MEMBERS }";
        await VerifyAsync(Frame.Replace("MEMBERS", members, StringComparison.Ordinal), Frame.Replace("MEMBERS", repaired, StringComparison.Ordinal), equivalenceKey: null);
    }

    [Theory]
    [InlineData("class A : System.Attribute { public A(string k) { } } [A({|GG1001:\"KEY\"|})] class C { }")]
    [InlineData("class C { bool M(string k) => k is {|GG1001:\"KEY\"|}; }")]
    [InlineData("class C { int M(string k) => k switch { {|GG1001:\"KEY\"|} => 1, _ => 2 }; }")]
    [InlineData("class C { int M(string k) { switch (k) { case {|GG1001:\"KEY\"|}: return 1; default: return 2; } } }")]
    [InlineData("class C { System.ReadOnlySpan<byte> K => {|GG1001:\"KEY\"u8|}; }")]
    [InlineData("class C { const string K = {|GG1001:\"KEY\"|}; int M(string k) { switch (k) { case K: return 1; default: return 2; } } }")]
    [InlineData("class C { const string K = {|GG1001:\"KEY\"|}; bool M(string k) => k is K; }")]
    [InlineData("class C { const string K = {|GG1001:\"KEY\"|}; void M(string k = K) { } }")]
    [InlineData("class C { const string K = {|GG1001:\"KEY\"|}; const string U = \"?key=\" + K; }")]
    [InlineData("class C { const string K = {|GG1001:\"KEY\"|}; [System.Obsolete(K)] void M() { } }")]
    [InlineData("class C { const string K = {|GG1001:\"KEY\"|}, L = \"other\"; }")]
    [InlineData("interface I { const string K = {|GG1001:\"KEY\"|}; }")]
    [InlineData("class C { const string H = \"HEAD\"; string K = {|GG1001:H + \"TAIL\"|}; }")]
    [InlineData("class C { string U = {|GG1001:\"\"\"?key=KEY\"\"\"|}; }")]
    [InlineData("class C { System.Linq.Expressions.Expression<System.Func<string>> E = () => {|GG1001:\"KEY\"|}; }")]
    [InlineData("using System;\nclass C { void M() => Environment.SetEnvironmentVariable(\"GEMINI_API_KEY\", {|GG1001:\"KEY\"|}); }")]
    public async Task Is_not_offered_where_it_would_not_compile_or_leave_parts_of_the_key(string source)
        => await CodeFixVerifier.VerifyNotOfferedAsync<KeyAnalyzer, KeyInSourceFixer>(Fill(source));

    [Fact]
    public async Task Reads_the_variable_of_the_keys_own_provider()
    {
        string groq = "gsk" + "_" + TestKeys.Random(21, 52);
        string openAI = "sk-" + "proj-" + TestKeys.Random(22, 156);
        await CodeFixVerifier.VerifyAsync<KeyAnalyzer, KeyInSourceFixer>(
            "using System;\nclass C { string? A = {|GG1002:\"" + groq + "\"|}; string? B = {|GG1002:\"" + openAI + "\"|}; }",
            "using System;\nclass C { string? A = Environment.GetEnvironmentVariable(\"GROQ_API_KEY\"); string? B = Environment.GetEnvironmentVariable(\"OPENAI_API_KEY\"); }",
            "GG1002.Environment");
        await CodeFixVerifier.VerifyAsync<KeyAnalyzer, KeyInSourceFixer>(
            "using Microsoft.Extensions.Configuration;\nclass C { static string? M(IConfiguration c) => {|GG1002:\"" + groq + "\"|}; }",
            "using Microsoft.Extensions.Configuration;\nclass C { static string? M(IConfiguration c) => c[\"Groq:ApiKey\"] ?? throw new System.InvalidOperationException(\"Set the configuration key Groq:ApiKey.\"); }"
                .Replace("System.", "").Insert(0, "using System;\n"),
            "GG1002.Configuration");
    }

    private static string Fill(string text)
        => text
            .Replace("ENVTHROW", Env + Throw, StringComparison.Ordinal)
            .Replace("ENV", Env, StringComparison.Ordinal)
            .Replace("KEY2", TestKeys.OtherAuth, StringComparison.Ordinal)
            .Replace("GEMINI_API_KEY", "\0", StringComparison.Ordinal)
            .Replace("KEY", TestKeys.Auth, StringComparison.Ordinal)
            .Replace("\0", "GEMINI_API_KEY", StringComparison.Ordinal)
            .Replace("HEAD", TestKeys.Auth[..9], StringComparison.Ordinal)
            .Replace("TAIL", TestKeys.Auth[9..], StringComparison.Ordinal);

    private static async Task VerifyAsync(string source, string repaired, string? equivalenceKey, TestProjectOptions? options = null)
    {
        string expected = Fill(repaired);
        Assert.DoesNotContain(TestKeys.Auth, expected, StringComparison.Ordinal);
        Assert.DoesNotContain(TestKeys.OtherAuth, expected, StringComparison.Ordinal);
        await CodeFixVerifier.VerifyAsync<KeyAnalyzer, KeyInSourceFixer>(Fill(source), expected, equivalenceKey, options);
    }
}
