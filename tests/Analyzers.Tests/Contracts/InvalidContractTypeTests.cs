using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0001.</summary>
public sealed class InvalidContractTypeTests
{
    [Theory]
    [InlineData("[GeminiPrompts] public interface {|GG0001:IDesk|}<T> { }")]
    [InlineData("[GeminiPrompts] file interface {|GG0001:IDesk|} { }")]
    [InlineData("public class Outer { [GeminiPrompts] public interface {|GG0001:IDesk|} { } }")]
    [InlineData("public partial class Outer<T> { [GeminiPrompts] public interface {|GG0001:IDesk|} { } }")]
    [InlineData("public class Outer { public partial class Mid { [GeminiPrompts] public interface {|GG0001:IDesk|} { } } }")]
    [InlineData("file partial class Outer { [GeminiPrompts] public interface {|GG0001:IDesk|} { } }")]
    public Task Triggers_on_types_that_no_class_can_stand_beside(string source) => ContractVerifier.VerifyAsync(source);

    [Fact]
    public Task Tells_how_a_generic_interface_is_served()
        => ContractVerifier.VerifyAsync(
            "[GeminiPrompts] public interface {|#0:IDesk|}<T> { }",
            null,
            new DiagnosticResult("GG0001", DiagnosticSeverity.Error)
                .WithLocation(0)
                .WithMessage("'IDesk' cannot be served: it is generic; put [GeminiPrompts] on an interface that derives from it and names its types, or remove its type parameters"));

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    public Task Triggers_in_languages_older_than_the_generated_class(LanguageVersion version, string spelt)
        => AnalyzerVerifier.VerifyAsync<PromptInterfaceAnalyzer>(
            "using System.Threading.Tasks;\nusing GeminiGen;\n[GeminiPrompts] public interface {|#0:IDesk|} { [Prompt(\"a\")] Task<string> AskAsync(); }",
            new TestProjectOptions { LanguageVersion = version, Nullable = NullableContextOptions.Disable },
            new DiagnosticResult("GG0001", DiagnosticSeverity.Error)
                .WithLocation(0)
                .WithMessage($"'IDesk' cannot be served: its class is written in C# 9, and the project is compiled as C# {spelt}; set <LangVersion> to 9 or more, or take it away"));

    [Theory]
    [InlineData("string {|GG0001:Name|} { get; }")]
    [InlineData("event Action {|GG0001:Changed|};")]
    [InlineData("int {|GG0001:this|}[int index] { get; set; }")]
    [InlineData("[Prompt(\"a\")] Task<T> {|GG0001:AskAsync|}<T>();")]
    [InlineData("[Prompt(\"a\")] static abstract Task<string> {|GG0001:AskAsync|}();")]
    public Task Triggers_on_members_that_are_no_prompts(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Theory]
    [InlineData("[GeminiPrompts] public interface IDesk { }")]
    [InlineData("[GeminiPrompts] internal partial interface IDesk { }")]
    [InlineData("namespace A.B { [GeminiPrompts] public interface Desk { } }")]
    [InlineData("public partial class Outer { [GeminiPrompts] private interface IDesk { } }")]
    [InlineData("public partial record struct Outer { public partial interface IMid { [GeminiPrompts] public interface IDesk { } } }")]
    [InlineData("public interface INoContract<T> { string Name { get; } event Action Changed; }")]
    public Task Does_not_trigger_on_contracts_that_can_be_served(string source) => ContractVerifier.VerifyAsync(source);

    [Theory]
    [InlineData("string Name => \"desk\";")]
    [InlineData("static string Name { get; } = \"desk\";")]
    [InlineData("Task<T> AskAsync<T>(T value) => Task.FromResult(value);")]
    [InlineData("public sealed class Nested { public string? Name { get; set; } }")]
    public Task Does_not_trigger_on_members_with_a_body(string member) => ContractVerifier.VerifyMembersAsync(member);
}
