using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0010 and GG0009 of snapshots.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("[SnapshotOf(typeof(Card))] public sealed partial record Shot;")]
    [InlineData("[SnapshotOf(typeof(Card))] public sealed partial class Shot { public bool IsLong => true; }")]
    [InlineData("[SnapshotOf(typeof(Card))] internal partial class Shot { internal Shot() { } }", "internal")]
    [InlineData("public class Base { private string? Name; public int Length => Name!.Length; } [SnapshotOf(typeof(Card))] public sealed partial class Shot : Base { public string Complete => \"\"; }")]
    public Task Does_not_trigger(string shot, string access = "public")
        => VerifyAsync("PromptStream<Shot>", shot, access);

    [Theory]
    [InlineData("[SnapshotOf(typeof(Card))] public sealed record Shot;")]
    [InlineData("[SnapshotOf(typeof(Card))] public abstract partial class Shot;")]
    [InlineData("[SnapshotOf(typeof(Card))] public sealed partial record Shot(string Name);")]
    [InlineData("[SnapshotOf(typeof(string))] public sealed partial record Shot;")]
    [InlineData("[SnapshotOf(null!)] public sealed partial record Shot;")]
    [InlineData("[SnapshotOf(typeof(List<Card>))] public sealed partial record Shot;")]
    [InlineData("[SnapshotOf(typeof(DayOfWeek))] public sealed partial record Shot;")]
    public Task Triggers_on_types_that_can_be_no_snapshot(string shot)
        => VerifyAsync("{|GG0010:PromptStream<Shot>|}", shot, "public");

    [Theory]
    [InlineData("{|GG0010:Task<Shot>|}")]
    [InlineData("{|GG0010:Task<PromptResult<Shot>>|}")]
    [InlineData("{|GG0010:PromptStream<List<Shot>>|}")]
    public Task Triggers_where_no_stream_gives_it(string type)
        => VerifyAsync(type, "[SnapshotOf(typeof(Card))] public sealed partial record Shot;", "public");

    [Theory]
    [InlineData("[SnapshotOf(typeof(Card))] public sealed partial record Shot { public string? Name { get; init; } }")]
    [InlineData("[SnapshotOf(typeof(Card))] public sealed partial class Shot { private void Name() { } }")]
    [InlineData("public class Base { public string? Name; } [SnapshotOf(typeof(Card))] public sealed partial class Shot : Base;")]
    [InlineData("[SnapshotOf(typeof(Other))] public sealed partial record Shot; public sealed record Other(string Shot);")]
    [InlineData("[SnapshotOf(typeof(Other))] public sealed partial record Shot; public sealed class Other { public string? Clone { get; set; } }")]
    [InlineData("[SnapshotOf(typeof(Other))] public sealed partial record Shot; public sealed class Other { public string? EqualityContract { get; set; } }")]
    public Task Triggers_on_members_that_are_there_already(string shot)
        => VerifyAsync("{|GG0011:PromptStream<Shot>|}", shot, "public");

    [Fact]
    public Task What_is_wrong_with_the_answer_is_told_there()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"Read\")] IAsyncEnumerable<Shot> ReadAsync();",
            "public sealed record Card(object {|GG0009:Name|}); [SnapshotOf(typeof(Card))] public sealed partial record Shot;");

    [Fact]
    public Task Says_what_to_do()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"Read\")] {|#0:IAsyncEnumerable<Shot>|} ReadAsync();",
            "public sealed record Card(string Name); [SnapshotOf(typeof(Card))] public sealed record Shot;",
            new DiagnosticResult("GG0010", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "'Shot' cannot be created from an answer: its members are generated into it, and 'Shot' is not partial; make it a partial type without type parameters"));

    [Theory]
    [InlineData("[SnapshotOf(typeof(Card))] public sealed record {|GG0010:Shot|};")]
    [InlineData("[SnapshotOf(typeof(string))] public sealed partial record {|GG0010:Shot|};")]
    [InlineData("[SnapshotOf(typeof(Bad))] public sealed partial record Shot; public sealed record Bad(object {|GG0009:Name|});")]
    [InlineData("[SnapshotOf(typeof(Hidden))] public sealed partial record {|GG0010:Shot|}; internal sealed record Hidden(string Name);")]
    [InlineData("[SnapshotOf(typeof(Card))] public sealed partial record Shot;")]
    [InlineData("[SnapshotOf(typeof(Hidden))] internal sealed partial record Shot; internal sealed record Hidden(string Name);")]
    public Task A_snapshot_that_no_contract_streams_is_checked_at_itself(string shot)
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"Read\")] Task<Card> ReadAsync();", "public sealed record Card(string Name);\n" + shot);

    [Fact]
    public Task A_public_snapshot_of_an_internal_type_is_told_where_it_is_streamed()
        => ContractVerifier.VerifyAsync(
            "[GeminiPrompts] internal partial interface IDesk { [Prompt(\"Read\")] {|GG0010:PromptStream<Shot>|} ReadAsync(); }\n"
                + "internal sealed record Card(string Name); [SnapshotOf(typeof(Card))] public sealed partial record Shot;");

    private static Task VerifyAsync(string type, string shot, string access)
        => ContractVerifier.VerifyAsync(
            "[GeminiPrompts] " + access + " partial interface IDesk { [Prompt(\"Read\")] " + type + " ReadAsync(); }\npublic sealed record Card(string Name);\n" + shot,
            new TestProjectOptions());
}
