using GeminiGen.Emulator.Scripting;
using GeminiGen.Generated.Tests.Http;
using Trees;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Answers that contain themselves.</summary>
public sealed class RecursionTests : EmulatedTest
{
    private const string Tree = """{"title":"a","children":[{"title":"b"},{"title":"c","children":[{"title":"d","twin":null}]}],"twin":{"title":"e"}}""";

    [Fact]
    public async Task Emulated_trees_end_and_fit()
    {
        RecursiveDesk desk = Emulated();

        Assert.InRange(Depth(await desk.OutlineAsync("Outline:\n" + Document)), 1, 8);
        Assert.NotEmpty((await desk.FolderAsync("Describe:\n" + Document)).Name);
        Assert.True(await desk.FormulaAsync("Find the formula:\n" + Document) is Number or Sum);
        Assert.NotEmpty(await desk.PeopleAsync("List the people:\n" + Document));
    }

    [Fact]
    public async Task Emulated_trees_are_streamed_and_grow()
    {
        List<Heading> trees = [];
        await foreach (Heading tree in Emulated().OutlinesAsync("List the outlines:\n" + Document))
        {
            trees.Add(tree);
        }

        Assert.NotEmpty(trees);
        HeadingSnapshot? last = null;
        await foreach (HeadingSnapshot snapshot in Emulated().GrowAsync("Outline:\n" + Document))
        {
            last = snapshot;
        }

        Assert.Equal(last!.Title, last.Complete!.Title);
    }

    [Fact]
    public async Task What_is_missing_is_empty_or_null()
    {
        Heading tree = await Desk(Tree).OutlineAsync("t");

        Assert.Equal(["b", "c"], tree.Children.Select(child => child.Title));
        Assert.Equal("d", tree.Children[1].Children[0].Title);
        Assert.Empty(tree.Children[0].Children);
        Assert.Empty(tree.Twin!.Children);
        Assert.Null(tree.Children[0].Twin);
    }

    [Fact]
    public async Task Every_kind_of_collection_is_empty_when_it_is_missing()
    {
        Folder folder = await Desk("""{"name":"a","open":[null,{"name":"b"}]}""").FolderAsync("t");

        Assert.Empty(folder.ByName);
        Assert.Equal([], folder.Fixed);
        Assert.Null(folder.Hidden);
        Assert.Null(folder.Open[0]);
        Assert.NotSame(folder.Open[1]!.Open, (await Desk("""{"name":"a"}""").FolderAsync("t")).Open);
        folder.Open[1]!.Open.Add(folder);
        folder.Open[1]!.ByName.Add("a", folder);
    }

    [Theory]
    [InlineData("\"children\":[{\"title\":\"b\"}", "\"children\":[null", "$.children[0]")]
    [InlineData("{\"title\":\"b\"}", "{\"title\":\"b\",\"children\":null}", "$.children[0].children")]
    [InlineData("{\"title\":\"d\",", "{", "$.children[1].children[0].title")]
    public async Task Answer_that_does_not_fit(string before, string after, string path)
    {
        string answer = Tree.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Tree, answer);

        Assert.Equal(path, (await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk(answer).OutlineAsync("t"))).JsonPath);
    }

    [Fact]
    public async Task Rules_are_checked_in_every_depth()
    {
        string answer = Tree.Replace("\"d\"", "\"" + new string('d', 81) + "\"", StringComparison.Ordinal);

        GeminiInvalidAnswerException exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk(answer).OutlineAsync("t"));
        Assert.Equal("$.children[1].children[0].title", Assert.Single(exception.Violations).Path);
    }

    [Fact]
    public async Task A_tree_is_repaired()
    {
        Emulator.Script(EmulatorFault.MalformedJson());

        PromptResult<Heading?> result = await Emulated().FindAsync("Outline:\n" + Document);

        Assert.True(result.Attempts > 1);
        Assert.Equal(PromptOutcome.Complete, result.Outcome);
    }

    [Theory]
    [InlineData("Here is the tree:\n```json\n{0}\n```")]
    [InlineData("It is {0} and nothing else.")]
    public async Task A_tree_is_found_in_prose(string prose)
        => Assert.Equal("a", (await Desk(prose.Replace("{0}", Tree, StringComparison.Ordinal)).OutlineAsync("t")).Title);

    [Fact]
    public async Task Cases_contain_each_other()
    {
        const string Json = """{"$type":"sum","left":{"$type":"number","value":1},"right":{"$type":"sum","right":{"$type":"number","value":2}}}""";

        Assert.Equal(new Sum(new Number(1), new Sum(null, new Number(2))), await Desk(Json).FormulaAsync("t"));
    }

    [Fact]
    public async Task Trees_go_through_functions()
    {
        FakeGemini gemini = FakeGemini.Raw(
            $$$$"""{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"Store","args":{"outline":{{{{Tree}}}}}}}]},"finishReason":"STOP"}]}""",
            GeminiAnswer.Complete("Stored."));
        RecursiveDesk desk = new(gemini.Client(), new ToolInstances(new Outlines()));

        Assert.Equal("Stored.", await desk.StoreAsync("t"));
        Assert.Equal("\"d\"", JsonAssert.At(gemini.Body, "contents", 2, "parts", 0, "functionResponse", "response", "output", "children", 1, "children", 0, "title"));
    }

    [Fact]
    public async Task A_model_chosen_at_run_time_that_has_no_schema_for_it_is_refused_before_anything_is_sent()
    {
        FakeGemini gemini = FakeGemini.Text(Tree);
        RecursiveDesk desk = new(gemini.Client(options => options.Models["IRecursiveDesk"] = "gemini-1.5-flash"));

        GeminiConfigurationException exception = await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.OutlineAsync("t"));
        Assert.Contains("gemini-1.5-flash does not take", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.StoreAsync("t"));
        Assert.Contains("the function Store", exception.Message, StringComparison.Ordinal);
        Assert.Empty(gemini.Bodies);
    }

    [Fact]
    public async Task A_model_of_which_nobody_says_so_gets_the_schema()
    {
        FakeGemini gemini = FakeGemini.Text(Tree);
        await new RecursiveDesk(gemini.Client(options => options.Models["IRecursiveDesk"] = "gemma-4-31b-it")).OutlineAsync("t");

        Assert.Equal("\"#/$defs/Heading\"", JsonAssert.At(gemini.Body, "generationConfig", "responseJsonSchema", "$ref"));
    }

    private static int Depth(Heading tree) => 1 + tree.Children.Select(Depth).Append(tree.Twin is null ? 0 : Depth(tree.Twin)).Max();

    private static RecursiveDesk Desk(string answer) => new(FakeGemini.Text(answer).Client());

    private RecursiveDesk Emulated() => new(Client("IRecursiveDesk", GeminiModels.Gemini38Flash));

    private sealed class Outlines : IOutlineTools
    {
        public Heading Store(Heading outline, Person? by = null) => outline;
    }
}
