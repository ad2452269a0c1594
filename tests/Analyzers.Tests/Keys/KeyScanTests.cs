using System.Globalization;
using System.Text;
using GeminiGen.Analyzers.Keys;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>The look at a file's characters before any of its syntax: what it finds, and that it costs nothing where it finds nothing.</summary>
public sealed class KeyScanTests
{
    [Fact]
    public void Literals_without_a_piece_of_a_key_allocate_nothing()
    {
        string file = CreateFile(20_000);
        var candidates = new KeyCandidates();

        Assert.Equal(0, Allocations.Fewest(() => () => new KeyScan(file, candidates).Run()));
        Assert.Empty(candidates.Texts);
        Assert.Empty(candidates.Crumbs);
        Assert.Empty(candidates.Lists);
        Assert.False(candidates.HasBeginning);
    }

    [Theory]
    [InlineData("AI" + "zaSy", true)]
    [InlineData("AI", true)]
    [InlineData("\\n" + "AI" + "za", true)]
    [InlineData("a%3D" + "AI" + "za", true)]
    [InlineData("\\u0041", false)]
    [InlineData("a1B2c3D4", false)]
    [InlineData("https://host/path?key=", false)]
    public void Pieces_are_places_to_look_at(string text, bool isBeginning)
    {
        KeyCandidates candidates = Scan("class C { string S = \"" + text + "\"; }");
        Assert.NotEmpty(candidates.Texts);
        Assert.Equal(isBeginning, candidates.HasBeginning);
    }

    [Theory]
    [InlineData("plain words")]
    [InlineData("OpenAI")]
    [InlineData("Main AI assistant")]
    [InlineData("image/png;base64,")]
    [InlineData("%d %s & more\\n")]
    public void Other_texts_are_none(string text)
    {
        KeyCandidates candidates = Scan("class C { string S = \"" + text + "\"; }");
        Assert.Empty(candidates.Texts);
        Assert.False(candidates.HasBeginning);
    }

    [Fact]
    public void Crumbs_and_lists_are_places_to_look_at()
    {
        string crumbs = string.Join(" + ", Enumerable.Repeat("\"abcd\"", 8));
        Assert.Single(Scan("var s = " + crumbs + ";").Crumbs);
        string list = string.Join(", ", Enumerable.Repeat("(byte)65", 60));
        Assert.Single(Scan("byte[] b = { " + list + " };").Lists);
    }

    private static KeyCandidates Scan(string file)
    {
        var candidates = new KeyCandidates();
        new KeyScan(file, candidates).Run();
        return candidates;
    }

    private static string CreateFile(int literals)
    {
        var file = new StringBuilder("class C\n{\n");
        for (int i = 0; i < literals; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"    public string Title{i} = \"The order of {{name}} was sent on day {i}\";\n");
        }

        return file.Append("}\n").ToString();
    }
}
