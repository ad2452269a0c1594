using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Tests.Settings;

/// <summary>What is no settings file, or a damaged or a huge one, is read all the same, in bounded time and without an exception.</summary>
public sealed class SettingsRobustnessTests
{
    private static readonly string[] Names = ["appsettings.json", "App.config", ".env", "a.yml", "a.http"];

    [Fact]
    public async Task Damaged_files_never_throw_and_mark_keys_only()
    {
        string key = TestKeys.Auth;
        string[] seeds =
        [
            "{ // c\n \"Gemini\": { \"ApiKey\": \"\\u0041" + key[1..] + "\", \"a\": [1, 'x', {}], },\n /* c */ }",
            "<?xml version=\"1.0\"?><!DOCTYPE a><a k=\"&amp;v\"><add key=\"g\" value=\"" + key + "\"/><![CDATA[x]]><!-- c -->&#65;</a>",
            "# c\nexport A=\"" + key + "\\n\"\nB='x' # y\nC: z\n",
            "---\na: &x !t \"" + key + "\"\nb:\n- name: N\n  value: 'it''s'\nc: |\n  text\nd: {e: [1, \"\\x41\"]}\n",
            "@k = " + key + "\nPOST https://h?key={{k}}\nA: b\n\n{}\n",
        ];
        var files = new List<SourceFile>();
        var random = new Random(20261130);
        for (int round = 0; round < 4000; round++)
        {
            int kind = round % seeds.Length;
            files.Add(new SourceFile($"{round}/{Names[round / seeds.Length % Names.Length]}", Damage(seeds[kind], random)));
        }

        ImmutableArray<Diagnostic> findings = await SettingsRun.RunAsync(files);

        Assert.True(findings.Length > files.Count / 2, $"{findings.Length} findings");
        Dictionary<string, string> texts = files.ToDictionary(static file => "/project/" + file.Path, static file => file.Text);
        Assert.All(findings, finding =>
        {
            string marked = SettingsRun.GetMarked(finding, texts[finding.Location.GetLineSpan().Path]);
            Assert.InRange(marked.Length, 24, key.Length + 10);
            Assert.Contains(Enumerable.Range(0, key.Length - 10), start => marked.Contains(key.Substring(start, 10), StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("appsettings.json", "[{\"a\":")]
    [InlineData("App.config", "<a b='")]
    [InlineData(".env", "A=\"")]
    [InlineData("a.yml", "{[")]
    [InlineData("a.http", "@")]
    public Task Fifty_megabytes_take_bounded_time(string name, string unit) => ReadAsync(name, unit, 50_000_000);

    [Theory]
    [InlineData("appsettings.json", "\"\\")]
    [InlineData("App.config", "&#")]
    [InlineData("App.config", "<![CDATA[")]
    [InlineData("a.yml", "- ")]
    [InlineData("a.yml", " \"")]
    [InlineData("appsettings.json", "sk-")]
    [InlineData("appsettings.json", "sk-", "\"")]
    [InlineData("App.config", "a/+", "<a>")]
    public Task Megabytes_of_anything_take_bounded_time(string name, string unit, string start = "") => ReadAsync(name, unit, 5_000_000, start);

    private static async Task ReadAsync(string name, string unit, int length, string start = "")
    {
        string text = TestKeys.Auth + "\n" + start + new StringBuilder().Insert(0, unit, length / unit.Length);
        var watch = Stopwatch.StartNew();

        ImmutableArray<Diagnostic> findings = await SettingsRun.RunAsync(name, text);

        Assert.Single(findings);
        // Work that grows with the square of the length would take hours; a busy machine takes seconds.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), watch.Elapsed.ToString());
    }

    [Fact]
    public async Task A_file_without_a_text_is_passed_over()
        => Assert.Empty(await SettingsRun.RunAsync([new Unreadable()]));

    [Theory]
    [InlineData(new byte[] { 0, 0x47, 0x49, 0x54, 0x43, 0x52, 0x59, 0x50, 0x54, 0, 1, 2 })]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0xFF, 0xFE })]
    public async Task A_binary_file_is_not_asked_for_its_text(byte[] bytes)
    {
        var file = new OnDisk(bytes);

        Assert.Empty(await SettingsRun.RunAsync([file]));
        Assert.Equal(0, file.Reads);
        file.Delete();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public async Task Files_of_every_encoding_are_read(string encoding)
    {
        var characters = Encoding.GetEncoding(encoding);
        var file = new OnDisk([.. characters.GetPreamble(), .. characters.GetBytes("{\"é\":\"" + TestKeys.Auth + "\"}")]);

        Diagnostic finding = Assert.Single(await SettingsRun.RunAsync([file]));
        Assert.Equal(6, finding.Location.GetLineSpan().StartLinePosition.Character);
        file.Delete();
    }

    [Fact]
    public async Task A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SettingsRun.RunAsync([new SourceFile("a.yml", "a: b")], source.Token));
    }

    private static string Damage(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        for (int i = random.Next(4); i > 0 && damaged.Length > 0; i--)
        {
            int at = random.Next(damaged.Length);
            switch (random.Next(3))
            {
                case 0:
                    damaged.Remove(at, 1);
                    break;
                case 1:
                    damaged.Insert(at, "\0\"'<>&;{}[]\\/#:\r\n\u2028\ud800-|@ !"[random.Next(24)]);
                    break;
                default:
                    damaged.Length = Math.Max(1, at);
                    break;
            }
        }

        return damaged.ToString();
    }

    private sealed class Unreadable : AdditionalText
    {
        public override string Path => "/project/appsettings.json";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    /// <summary>A file on the disk, read as the compiler reads it.</summary>
    private sealed class OnDisk : AdditionalText
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("geminigen-settings-").FullName;

        public OnDisk(byte[] bytes)
        {
            Path = System.IO.Path.Combine(_folder, "appsettings.json");
            File.WriteAllBytes(Path, bytes);
        }

        public override string Path { get; }

        public int Reads { get; private set; }

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Reads++;
            using FileStream stream = File.OpenRead(Path);
            return SourceText.From(stream);
        }

        public void Delete() => Directory.Delete(_folder, recursive: true);
    }
}
