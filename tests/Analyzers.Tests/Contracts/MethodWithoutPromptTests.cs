namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0004.</summary>
public sealed class MethodWithoutPromptTests
{
    [Fact]
    public Task Triggers_on_the_name_and_says_nothing_about_parameters()
        => ContractVerifier.VerifyMembersAsync("Task<string> {|GG0004:AskAsync|}(string question);");

    [Fact]
    public Task Triggers_on_inherited_methods_where_they_are_declared()
        => ContractVerifier.VerifyAsync(
            """
            public interface IBase { Task<string> {|GG0004:AskAsync|}(); }
            [GeminiPrompts] public interface IDesk : IBase { }
            """);

    [Fact]
    public Task Triggers_on_the_contract_where_the_method_comes_from_another_assembly()
        => ContractVerifier.VerifyAsync("[GeminiPrompts] public interface {|GG0004:IDesk|} : IDisposable { }");

    [Fact]
    public Task Does_not_report_the_members_of_another_contract_twice()
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts] public interface IBase { Task<string> {|GG0004:AskAsync|}(); }
            [GeminiPrompts] public interface IDesk : IBase { }
            """);

    [Theory]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync();")]
    [InlineData("Task<string> AskAsync() => Task.FromResult(\"\");")]
    [InlineData("static Task<string> AskAsync() => Task.FromResult(\"\");")]
    [InlineData("private Task<string> AskAsync() => Task.FromResult(\"\");")]
    public Task Does_not_trigger(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Fact]
    public Task Does_not_trigger_where_another_interface_has_the_body()
        => ContractVerifier.VerifyAsync(
            """
            public interface IBase { Task<string> AskAsync(); }
            public interface IMiddle : IBase { Task<string> IBase.AskAsync() => Task.FromResult(""); }
            [GeminiPrompts] public interface IDesk : IMiddle { }
            """);
}
