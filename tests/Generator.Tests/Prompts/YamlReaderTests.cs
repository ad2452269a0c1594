using System.Text;
using GeminiGen.Shared.Yaml;

namespace GeminiGen.Generator.Tests.Prompts;

/// <summary>The reader of front matter: what it reads, what it refuses and where.</summary>
public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("", "~")]
    [InlineData("# only a comment\n", "~")]
    [InlineData("a: 1", "{a:1}")]
    [InlineData("a: 1\nb: two words # comment\n\nc:\nd: x#y", "{a:1,b:two words,c:~,d:x#y}")]
    [InlineData("a:\n  b:\n    c: 1\n  d: 2\ne: 3", "{a:{b:{c:1},d:2},e:3}")]
    [InlineData("a:\r\n  b: 1\r\nc: 2\r\n", "{a:{b:1},c:2}")]
    [InlineData("a:\n- x\n- y\nb: z", "{a:[x,y],b:z}")]
    [InlineData("a:\n  - x\n  -\n    y\n  - - p\n    - q", "{a:[x,y,[p,q]]}")]
    [InlineData("- a: 1\n  b: 2\n- c: 3", "[{a:1,b:2},{c:3}]")]
    [InlineData("a: [1, 'two, three', \"four\", [5]]", "{a:[1,\"two, three\",\"four\",[5]]}")]
    [InlineData("a: [\n  1, # one\n  2,\n]", "{a:[1,2]}")]
    [InlineData("a: { b: 1, c: {d: e f}, 'g h': [], i }", "{a:{b:1,c:{d:e f},g h:[],i:~}}")]
    [InlineData("\"a b\": 'it''s'\n'c': \"x\\n\\\"\\u00e9\\U0001F600\\\\\"", "{a b:\"it's\",c:\"x\n\"é😀\\\"}")]
    [InlineData("name?: string, the name\ntags(array, the tags): string\n(*): any", "{name?:string, the name,tags(array, the tags):string,(*):any}")]
    [InlineData("a: |\n  one\n   two\n\n  three\n\nb: 1", "{a:\"one\n two\n\nthree\n\",b:1}")]
    [InlineData("a: |-\n  one\n  # two\n", "{a:\"one\n# two\"}")]
    [InlineData("a: |+\n  one\n\n", "{a:\"one\n\n\"}")]
    [InlineData("a: >\n  one\n  two\n\n  three\n   four\n  five\n", "{a:\"one two\nthree\n four\nfive\n\"}")]
    [InlineData("a:\n  - |\n    x\n  - y", "{a:[\"x\n\",y]}")]
    [InlineData("a: |\nb: 1", "{a:\"\",b:1}")]
    [InlineData("url: http://x/y:z", "{url:http://x/y:z}")]
    [InlineData("a: -1\nb: - 1", "{a:-1,b:- 1}")]
    [InlineData("plain", "plain")]
    public void Reads(string yaml, string expected) => Assert.Equal(expected, Write(YamlReader.Parse(yaml, 0, yaml.Length)));

    [Theory]
    [InlineData("a: 1\na: 2", 5, 1)]
    [InlineData("a: 1\n  b: 2", 7, 4)]
    [InlineData("a:\n  b: 1\n c: 2", 11, 4)]
    [InlineData("\ta: 1", 0, 5)]
    [InlineData("a: &x 1", 3, 1)]
    [InlineData("a: *x", 3, 1)]
    [InlineData("a: !!int 1", 3, 1)]
    [InlineData("? a\n: b", 0, 1)]
    [InlineData("a: b: c", 4, 1)]
    [InlineData("a: \"x", 3, 2)]
    [InlineData("a: 'x\n  y'", 3, 2)]
    [InlineData("a: \"\\q\"", 4, 2)]
    [InlineData("a: \"\\ud800\"", 4, 6)]
    [InlineData("a: [1, 2", 3, 1)]
    [InlineData("a: [1 2] x", 9, 1)]
    [InlineData("a: [1, , 2]", 7, 1)]
    [InlineData("a: {b: 1, b: 2}", 10, 1)]
    [InlineData("a: |2\n  x", 4, 1)]
    [InlineData("a: text\n  goes on", 10, 7)]
    [InlineData("a\nb", 2, 1)]
    [InlineData("a: 1\nb", 5, 1)]
    [InlineData(": 1", 0, 1)]
    public void Refuses_at_the_exact_characters(string yaml, int start, int length)
    {
        YamlSyntaxException exception = Assert.Throws<YamlSyntaxException>(() => YamlReader.Parse(yaml, 0, yaml.Length));

        Assert.Equal((start, length), (exception.Start, exception.Length));
        Assert.NotEmpty(exception.Message);
    }

    [Theory]
    [InlineData("[", 40)]
    [InlineData("- ", 40)]
    public void Nesting_without_end_is_refused(string opening, int times)
        => Assert.Throws<YamlSyntaxException>(() => YamlReader.Parse(string.Concat(Enumerable.Repeat(opening, times)) + "x", 0, (opening.Length * times) + 1));

    [Fact]
    public void Positions_are_those_of_the_whole_text()
    {
        const string Text = "---\na:\n  b: [ 1, two ]\n---\n";
        YamlValue list = YamlReader.Parse(Text, 4, Text.Length - 4).Members[0].Value.Members[0].Value;

        Assert.Equal("two", Text.Substring(list.Items[1].Start, list.Items[1].Length));
        Assert.Equal("[ 1, two ]", Text.Substring(list.Start, list.Length));
    }

    /// <summary>A few thousand seeded edits: whatever is read, it ends, and every fault stands inside of the text.</summary>
    [Fact]
    public void Mutated_texts_are_read_or_refused()
    {
        const string Seed = "model: gemini\nconfig:\n  stop: [\"END\", 'it''s', {a: b}]\n  text: |\n    one\n\n    two\n  folded: >-\n    x\n    y\nlist:\n- a: 1\n  b: 2\n- c # remark\nlast: \"\\u00e9\"\n";
        const string Signs = " \t\n\r:-[]{},#'\"|>&*!?%@`\\~x0é";
        for (int seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            StringBuilder text = new(Seed);
            for (int edits = random.Next(1, 6); edits > 0; edits--)
            {
                int place = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(place, Math.Min(random.Next(1, 8), text.Length - place)),
                    1 => text.Insert(place, Signs[random.Next(Signs.Length)]),
                    _ => text.Insert(place, text.ToString(random.Next(text.Length / 2), text.Length / 4)),
                };
            }

            string yaml = text.ToString();
            try
            {
                Assert.NotNull(Write(YamlReader.Parse(yaml, 0, yaml.Length)));
            }
            catch (YamlSyntaxException exception)
            {
                Assert.InRange(exception.Start, 0, yaml.Length);
                Assert.InRange(exception.Start + exception.Length, 0, yaml.Length + 1);
            }
        }
    }

    private static string Write(YamlValue value) => value.Kind switch
    {
        YamlKind.Empty => "~",
        YamlKind.Scalar => value.IsQuoted ? $"\"{value.Text}\"" : value.Text,
        YamlKind.List => "[" + string.Join(',', value.Items.Select(Write)) + "]",
        _ => "{" + string.Join(',', value.Members.Select(static member => member.Name + ":" + Write(member.Value))) + "}",
    };
}
