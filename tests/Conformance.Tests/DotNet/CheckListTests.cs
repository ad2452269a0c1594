namespace GeminiGen.Conformance.Tests.DotNet;

public sealed class CheckListTests
{
    [Fact]
    public async Task Rows_stand_in_the_order_of_the_page_and_the_clients_own_after_them()
    {
        IReadOnlyList<ConformanceCheck> rows = await List("text", "batch", "files").RunAsync();

        Assert.Equal(
            [
                new("one", "1.0.0", "text", ConformanceCheck.Passed, "a note"),
                new("one", "1.0.0", "batch", ConformanceCheck.NotOffered, "another note"),
                new("one", "1.0.0", "files", ConformanceCheck.Differs, "a reason"),
                new("one", "1.0.0", "its own", ConformanceCheck.Passed),
            ],
            rows);
    }

    [Fact]
    public async Task A_client_that_does_not_tell_about_everything_fails()
    {
        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => List("text", "forgotten").RunAsync());
        Assert.Contains("forgotten", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_check_that_fails_is_told()
    {
        var checks = new Checks { Text = Task.FromException(new FormatException("no text")), Files = Task.FromException(new FormatException("no files")) };
        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => List(checks, "text").RunAsync());

        Assert.Contains("one: 2 checks failed.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("text: System.FormatException: no text", failure.Message, StringComparison.Ordinal);
        Assert.Contains("files: System.FormatException: no files", failure.Message, StringComparison.Ordinal);
    }

    private static CheckList List(params string[] names) => List(new Checks(), names);

    private static CheckList List(Checks checks, params string[] names) => new("one", "1.0.0", names, checks);

    [NotOffered("batch", "another note")]
    private sealed class Checks
    {
        public Task Text { get; init; } = Task.CompletedTask;

        public Task Files { get; init; } = Task.CompletedTask;

        public Task Own { get; init; } = Task.CompletedTask;

        [Check("its own")]
        public Task CheckOwn() => Own;

        [Check("files", Differs = "a reason")]
        public Task CheckFiles() => Files;

        [Check("text", "a note")]
        public Task CheckText() => Text;
    }
}
