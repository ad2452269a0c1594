namespace GeminiGen.Cli.Tests.Lock;

/// <summary>What a review is told of a change.</summary>
public sealed class LockDiffTests
{
    [Fact]
    public void Changed_prompt_shows_its_lines_and_what_it_costs()
        => AssertDiff(
            """
              Desk.IDesk.AskAsync
                tokens: 120 → 150
                prompt
                    Be kind.
                  - Ask {text}
                  + Ask twice: {text}
                    Thank you.
            """,
            Facts.Lock(Facts.Method(prompt: "Be kind.\nAsk {text}\nThank you.", tokens: 120)),
            Facts.Lock(Facts.Method(prompt: "Be kind.\nAsk twice: {text}\nThank you.", tokens: 150)));

    [Fact]
    public void Changed_model_and_settings_are_told()
        => AssertDiff(
            """
              Desk.IDesk.AskAsync
                model: gemini-3.8-flash → gemini-3.5-flash-lite
                settings
                    {
                  -   "seed": 1
                  +   "seed": 2
                    }
            """,
            Facts.Lock(Facts.Method(settings: """{"seed":1}""")),
            Facts.Lock(Facts.Method(model: "gemini-3.5-flash-lite", settings: """{"seed":2}""")));

    [Fact]
    public void Member_that_comes_or_goes_is_shown_whole()
    {
        PromptLock without = Facts.Lock(Facts.Method());
        PromptLock with = Facts.Lock(Facts.Method(settings: """{"seed":1}"""));

        AssertDiff("  Desk.IDesk.AskAsync\n    settings\n      + {\n      +   \"seed\": 1\n      + }", without, with);
        AssertDiff("  Desk.IDesk.AskAsync\n    settings\n      - {\n      -   \"seed\": 1\n      - }", with, without);
    }

    [Fact]
    public void Model_of_the_options_has_no_name()
        => AssertDiff(
            """
              Desk.IDesk.AskAsync
                model: gemini-3.8-flash → that of the options
            """,
            Facts.Lock(Facts.Method()),
            Facts.Lock(Facts.Method(model: null)));

    [Fact]
    public void Methods_come_and_go()
        => AssertDiff(
            """
              Desk.IDesk.NewAsync is new
              Desk.IDesk.OldAsync is gone
            """,
            Facts.Lock(Facts.Method(), Facts.Method("OldAsync()")),
            Facts.Lock(Facts.Method(), Facts.Method("NewAsync()")));

    [Fact]
    public void Another_parameter_changes_a_method_and_overloads_stay_apart()
        => AssertDiff(
            """
              Desk.IDesk.AskAsync
                parameters: AskAsync(string text) → AskAsync(string text, string tone)
            """,
            Facts.Lock(Facts.Method(), Facts.Method("AskAsync(int number)", "Ask for {number}")),
            Facts.Lock(Facts.Method("AskAsync(string text, string tone)"), Facts.Method("AskAsync(int number)", "Ask for {number}")));

    [Fact]
    public void Same_method_of_two_frameworks_is_compared_with_its_own()
    {
        AssertDiff(
            """
              Desk.IDesk.AskAsync
                prompt
                  - new
                  + newer
            """,
            Two("old", "new"),
            Two("old", "newer"));

        static PromptLock Two(string first, string second) => PromptLock.Create(
        [
            new CompiledProject("/desk/Desk.csproj", "net8.0", [Facts.Method(prompt: first)]),
            new CompiledProject("/desk/Desk.csproj", "net10.0", [Facts.Method(prompt: second)]),
        ]);
    }

    [Fact]
    public void Hash_that_was_edited_is_told()
    {
        PromptLock now = Facts.Lock(Facts.Method());
        LockedMethod method = now.Methods[0] with { Members = (System.Text.Json.Nodes.JsonObject)now.Methods[0].Members.DeepClone() };
        method.Members["hash"] = "0000";

        AssertDiff($"  Desk.IDesk.AskAsync\n    hash: 0000 → {now.Methods[0].Members["hash"]}", new PromptLock([method]), now);
    }

    // The lines of a diff have a mark and a space, also those that did not change.
    private static void AssertDiff(string expected, PromptLock recorded, PromptLock now)
        => Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", LockDiff.Create(recorded, now));
}
