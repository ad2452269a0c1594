using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0002.</summary>
public sealed class UnsupportedReturnTypeTests
{
    [Theory]
    [InlineData("{|GG0002:void|}")]
    [InlineData("{|GG0002:string|}")]
    [InlineData("{|GG0002:int|}")]
    [InlineData("{|GG0002:object|}")]
    [InlineData("{|GG0002:Task|}")]
    [InlineData("{|GG0002:ValueTask|}")]
    [InlineData("{|GG0002:List<string>|}")]
    [InlineData("{|GG0002:PromptResult<string>|}")]
    [InlineData("{|GG0002:IAsyncEnumerable<Task<int>>|}")]
    [InlineData("{|GG0002:PromptStream<PromptStream<string>>|}")]
    [InlineData("{|GG0002:PromptStream<PromptResult<int>>|}")]
    [InlineData("{|GG0002:IAsyncEnumerator<string>|}")]
    [InlineData("{|GG0002:Task<PromptStream<string>>|}")]
    [InlineData("{|GG0002:Task<IAsyncEnumerable<string>>|}")]
    [InlineData("{|GG0002:Task<Task<string>>|}")]
    [InlineData("{|GG0002:ValueTask<PromptResult<PromptResult<string>>>|}")]
    public Task Triggers_on_types_that_cannot_be_answered(string type)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"Read\")] {type} ReadAsync();");

    [Fact]
    public Task Triggers_on_a_reference()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"Read\")] {|GG0002:ref int|} Read();");

    [Theory]
    [InlineData("Task<string>")]
    [InlineData("ValueTask<string>")]
    [InlineData("Task<string?>")]
    [InlineData("Task<PromptResult<string>>")]
    [InlineData("ValueTask<PromptResult<int>>")]
    [InlineData("PromptStream<string>")]
    [InlineData("IAsyncEnumerable<string>")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("PromptStream<Uri?>")]
    [InlineData("PromptStream<List<DayOfWeek>>")]
    [InlineData("Task<int>")]
    [InlineData("Task<int?>")]
    [InlineData("Task<double>")]
    [InlineData("Task<decimal>")]
    [InlineData("Task<bool>")]
    [InlineData("Task<char>")]
    [InlineData("Task<byte>")]
    [InlineData("Task<ulong>")]
    [InlineData("Task<DateTime>")]
    [InlineData("Task<DateTimeOffset>")]
    [InlineData("Task<DateOnly>")]
    [InlineData("Task<TimeOnly>")]
    [InlineData("Task<TimeSpan>")]
    [InlineData("Task<Guid>")]
    [InlineData("Task<Uri>")]
    [InlineData("Task<DayOfWeek>")]
    [InlineData("Task<string[]>")]
    [InlineData("Task<int[][]>")]
    [InlineData("Task<List<string?>>")]
    [InlineData("Task<IReadOnlyList<Guid>>")]
    [InlineData("Task<IEnumerable<DayOfWeek?>>")]
    [InlineData("Task<HashSet<string>>")]
    [InlineData("Task<System.Collections.Immutable.ImmutableArray<string>>")]
    public Task Does_not_trigger_on_types_that_can(string type)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"Read\")] {type} ReadAsync();");

    [Theory]
    [InlineData("string", "'string' of 'IDesk.ReadAsync' is not supported; a call takes time, so return 'Task<string>'")]
    [InlineData("Task", "'Task' of 'IDesk.ReadAsync' is not supported; return 'Task<string>' to get the answer's text")]
    [InlineData("PromptStream<PromptResult<Uri>>", "'PromptStream<PromptResult<Uri>>' of 'IDesk.ReadAsync' is not supported; a stream gives usage and cost at its end; return 'PromptStream<Uri>' and read its 'Completion'")]
    [InlineData("IAsyncEnumerable<Task<int>>", "'IAsyncEnumerable<Task<int>>' of 'IDesk.ReadAsync' is not supported; the items of a stream arrive one after the other by themselves; return 'PromptStream<int>'")]
    [InlineData("Task<Task<int>>", "'Task<Task<int>>' of 'IDesk.ReadAsync' is not supported; return 'Task<int>'")]
    public Task Says_what_to_write_instead(string type, string message)
        => ContractVerifier.VerifyMembersAsync(
            $"[Prompt(\"Read\")] {{|#0:{type}|}} ReadAsync();",
            "",
            new DiagnosticResult("GG0002", DiagnosticSeverity.Error).WithLocation(0).WithMessage("The return type " + message));

    [Fact]
    public Task Is_silent_about_a_type_that_does_not_exist()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"Read\")] Task<{|CS0246:Missing|}> ReadAsync();");

    [Fact]
    public Task Is_silent_without_the_runtime()
        => AnalyzerVerifier.VerifyAsync<GeminiGen.Analyzers.Rules.PromptInterfaceAnalyzer>(
            """
            namespace GeminiGen { public class GeminiPromptsAttribute : System.Attribute { } public class PromptAttribute : System.Attribute { public PromptAttribute(string text) { } } }
            [GeminiGen.GeminiPrompts] public interface IDesk { [GeminiGen.Prompt("{nope}")] void Read(int unused); }
            """,
            new TestProjectOptions { References = ReferenceSet.Framework });

    [Fact]
    public Task Stays_on_when_the_other_rules_are_off()
        => ContractVerifier.VerifyAsync(
            "[GeminiPrompts] public interface IDesk { [Prompt(\"Read\")] {|GG0002:void|} Read(); }",
            new TestProjectOptions { GlobalConfig = "build_property.GeminiGenAnalyzers = false" });
}
