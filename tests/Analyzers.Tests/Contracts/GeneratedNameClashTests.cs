using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0011.</summary>
public sealed class GeneratedNameClashTests
{
    [Theory]
    [InlineData("[GeminiPrompts] public interface {|GG0011:IDesk|} { } public class Desk { }")]
    [InlineData("[GeminiPrompts] public interface {|GG0011:IDesk|} { } public enum Desk { A }")]
    [InlineData("[GeminiPrompts(ClassName = \"Table\")] public interface {|GG0011:IDesk|} { } public class Table { }")]
    [InlineData("namespace A { [GeminiPrompts] public interface {|GG0011:IDesk|} { } namespace Desk { class C { } } }")]
    [InlineData("public partial class Desk { [GeminiPrompts] public interface {|GG0011:IDesk|} { } }")]
    [InlineData("public partial class Outer { [GeminiPrompts] public interface {|GG0011:IDesk|} { } int Desk; }")]
    [InlineData("[GeminiPrompts(ClassName = \"not a name\")] public interface {|GG0011:IDesk|} { }")]
    [InlineData("[GeminiPrompts] public interface Desk { } [GeminiPrompts] public interface {|GG0011:IDeskPrompts|} { }")]
    [InlineData("[GeminiPrompts] public interface IDesk { } [GeminiPrompts(ClassName = \"Desk\")] public interface {|GG0011:IAnother|} { }")]
    [InlineData("[GeminiPrompts(ClassName = \"Table\")] public interface IA { } [GeminiPrompts(ClassName = \"Table\")] public interface {|GG0011:IB|} { }")]
    [InlineData("[GeminiPrompts] public interface {|GG0011:IDesk|} { } public static class DeskServiceCollectionExtensions { }")]
    public Task Triggers_on_the_contracts_name(string source) => ContractVerifier.VerifyAsync(source);

    [Fact]
    public Task Says_who_has_the_name()
        => ContractVerifier.VerifyAsync(
            "[GeminiPrompts] public interface {|#0:IDesk|} { } public class Desk { }",
            null,
            new DiagnosticResult("GG0011", DiagnosticSeverity.Error).WithLocation(0)
                .WithMessage("The name 'Desk' that 'IDesk' generates is taken by an existing type; choose another with [GeminiPrompts(ClassName = \"…\")]"));

    [Theory]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(string? {|GG0006:b|}); [Prompt(\"a\")] Task<string> {|GG0011:Ask|}(string {|GG0006:c|});")]
    [InlineData("[Prompt(\"a\")] Task<string> {|GG0011:AskAsync|}(); [Prompt(\"a\")] Task<string> RenderAskAsync();")]
    [InlineData("[Prompt(\"a\")] Task<string> {|GG0011:AskAsync|}(); public int RenderAskAsync() => 0;")]
    [InlineData("[Prompt(\"a\")] Task<string> {|GG0011:AskAsync|}(); }\npublic partial class Desk { public void RenderAskAsync() { } ")]
    [InlineData("[Prompt(\"a\")] Task<string> {|GG0011:AskAsync|}(); }\npublic partial class Desk { public int RenderAskAsync; ")]
    public Task Triggers_on_what_shows_a_call(string members) => ContractVerifier.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(); [Prompt(\"{b}\")] Task<string> Ask(string b); [Prompt(\"a\")] Task<string> AskAsync(CancellationToken c);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(); [Prompt(\"{b}\")] Task<string> RenderAskAsync(int b);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(); }\npublic partial class Desk { public void RenderAskAsync(int b) { } ")]
    public Task Does_not_trigger_on_what_shows_a_call(string members) => ContractVerifier.VerifyMembersAsync(members);

    [Fact]
    public Task Says_which_method_has_the_name()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] Task<string> AskAsync(); [Prompt(\"a\")] Task<string> {|#0:Ask|}();",
            "",
            new DiagnosticResult("GG0011", DiagnosticSeverity.Error).WithLocation(0)
                .WithMessage("The name 'RenderAskAsync' that 'IDesk.Ask' generates is the one that 'AskAsync' generates; rename one of the two methods"));

    [Theory]
    [InlineData("[GeminiPrompts] public interface IDesk { } public partial class Desk { public int Calls; }")]
    [InlineData("[GeminiPrompts] public interface IDesk { } public class Desk<T> { }")]
    [InlineData("[GeminiPrompts] public interface IDesk { } public class desk { }")]
    [InlineData("namespace A { [GeminiPrompts] public interface IDesk { } } namespace B { [GeminiPrompts] public interface IDesk { } class Desk2 { } }")]
    [InlineData("[GeminiPrompts(ClassName = \"Table\")] public interface IDesk { } public class Desk { }")]
    [InlineData("[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<string> Desk(); }")]
    [InlineData("[GeminiPrompts] public interface IDesk { } [System.CodeDom.Compiler.GeneratedCode(\"GeminiGen.Generator\", \"1\")] public static class DeskServiceCollectionExtensions { }")]
    public Task Does_not_trigger(string source) => ContractVerifier.VerifyAsync(source);
}
