using GeminiGen.Testing.Contracts;
using GeminiGen.Testing.Tests.Support;

namespace GeminiGen.Testing.Tests.Snapshots;

/// <summary>Snapshots of prompts.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GeminiClient _client = new(new GeminiOptions());

    private string Source => Path.Combine(_folder.Path, "DeskTests.cs");

    private PromptSnapshot<SupportDesk> Snapshot => PromptSnapshot.Of(new SupportDesk(_client, new KeyedConversations()));

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_snapshots_of_this_repository_hold()
        => await Snapshot.VerifyAsync(desk => desk.RenderClassifyAsync("It crashes"), sourcePath: Path.Combine(RepositoryFolder, "SnapshotTests.cs"));

    // The delimiter of untrusted text is drawn anew for each rendering.
    [Fact]
    public async Task Untrusted_text_has_the_same_snapshot_each_time()
    {
        SupportDesk desk = new(_client, new KeyedConversations());
        string first = SnapshotText.Create(await desk.RenderSumUpAsync("Hello"));

        Assert.Equal(first, SnapshotText.Create(await desk.RenderSumUpAsync("Hello")));
        Assert.Contains("untrusted-0", first, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_snapshot_is_written_and_holds()
    {
        Verify("one\n", writesNew: true);
        Verify("one\n", writesNew: false);

        Assert.Equal("one\n", _folder.Files["DeskTests.AnswerAsync.prompt.txt"]);
    }

    [Fact]
    public void A_new_snapshot_fails_in_ci_and_is_not_written()
    {
        PromptSnapshotException exception = Assert.Throws<PromptSnapshotException>(() => Verify("one\n", writesNew: false));

        Assert.Contains("There is no snapshot", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void A_difference_fails_with_its_lines_and_leaves_the_file()
    {
        Verify("a\nb\nc\nd\ne\nf\ng\n", writesNew: true);

        PromptSnapshotException exception = Assert.Throws<PromptSnapshotException>(() => Verify("a\nb\nc\nd\ne\nF\ng\n", writesNew: true));

        Assert.EndsWith("  d\n  e\n- f\n+ F\n  g\n  ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("  a\n", exception.Message, StringComparison.Ordinal);
        Assert.Contains("GEMINIGEN_ACCEPT_SNAPSHOTS=1", exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("a\nb\nc\nd\ne\nf", _folder.Files.Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_can_be_accepted()
    {
        Verify("one\n", writesNew: true);
        SnapshotFile.Verify("two\n", "AnswerAsync", Source, new SnapshotSettings(Accepts: true, WritesNew: false));

        Assert.Equal("two\n", _folder.Files.Single().Value);
    }

    [Fact]
    public void Line_ends_of_a_checkout_are_no_difference()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "DeskTests.AnswerAsync.prompt.txt"), "one\r\ntwo\r\n");

        Verify("one\ntwo\n", writesNew: false);
        Assert.Throws<PromptSnapshotException>(() => Verify("one\n", writesNew: false));
    }

    [Fact]
    public async Task A_calls_prompt_can_be_verified()
    {
        GeminiFake<ISupportDesk> fake = GeminiFake.For<ISupportDesk>();
        fake.OnJoke("Ha.");
        await fake.Instance.JokeAsync();

        PromptSnapshot.Verify(fake.JokeCalls()[0].Prompt, "Joke", Path.Combine(RepositoryFolder, "SnapshotTests.cs"));
    }

    private static string RepositoryFolder
        => Path.Combine(
            typeof(SnapshotTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
                .Cast<System.Reflection.AssemblyMetadataAttribute>()
                .Single(static metadata => metadata.Key == "ProjectDirectory").Value!,
            "Snapshots");

    private void Verify(string text, bool writesNew) => SnapshotFile.Verify(text, "AnswerAsync", Source, new SnapshotSettings(Accepts: false, writesNew));
}
