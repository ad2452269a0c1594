namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0017.</summary>
public sealed class ToolNotDescribableTests
{
    [Theory]
    [InlineData("[Tool(\"a\")] void {|GG0017:Get|}<T>();")]
    [InlineData("[Tool(\"a\", Name = \"get it\")] void {|GG0017:Get|}();")]
    [InlineData("[Tool(\"a\", Name = \"1st\")] void {|GG0017:Get|}();")]
    [InlineData("[Tool(\"a\")] void {|GG0017:Größe|}();")]
    [InlineData("[Tool(\"a\")] void Get(ref int {|GG0017:value|});")]
    [InlineData("[Tool(\"a\")] void Get(IFormattable {|GG0017:value|});")]
    [InlineData("[Tool(\"a\")] void Get(Action {|GG0017:value|});")]
    [InlineData("[Tool(\"a\")] void Get(object {|GG0017:value|});")]
    [InlineData("[Tool(\"a\")] void Get(Empty {|GG0017:value|});")]
    [InlineData("[Tool(\"a\")] IAsyncEnumerable<int> {|GG0017:Get|}();")]
    [InlineData("[Tool(\"a\")] Task<Empty> {|GG0017:Get|}();")]
    [InlineData("[Tool(\"a\")] IDisposable {|GG0017:Get|}();")]
    [InlineData("[Tool(\"a\")] void Get([Range(5, 1)] int {|GG0017:value|});")]
    [InlineData("[Tool(\"a\")] void Get([Length(5, 1)] string[] {|GG0017:value|});")]
    [InlineData("[Tool(\"a\")] void Get([RegularExpression(\"(\")] string {|GG0017:value|});")]
    public Task Triggers_on_methods(string method)
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] [Tools(typeof(ITools))] Task<string> AskAsync();",
            "public interface ITools { " + method + " }\npublic sealed class Empty;");

    [Theory]
    [InlineData("ITools", "public interface ITools { void Get(); }")]
    [InlineData("Tools", "public struct Tools { [Tool(\"a\")] public void Get() { } }")]
    [InlineData("Tools<>", "public class Tools<T> { [Tool(\"a\")] public void Get() { } }")]
    public Task Triggers_on_types(string type, string declaration)
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"a\")] [{|GG0017:Tools(typeof(" + type + "))|}] Task<string> AskAsync();", declaration);

    [Fact]
    public Task Triggers_on_methods_nobody_can_wait_for()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] [Tools(typeof(Tools))] Task<string> AskAsync();",
            "public class Tools { [Tool(\"a\")] public async void {|GG0017:Get|}() => await Task.Yield(); }");

    [Fact]
    public Task Triggers_on_methods_out_of_sight()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] [Tools(typeof(Tools))] Task<string> AskAsync();",
            "public class Tools { [Tool(\"a\")] private void {|GG0017:Get|}() { } }");

    [Fact]
    public Task Triggers_on_two_functions_of_one_name()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] [Tools(typeof(ITools))] Task<string> AskAsync();",
            "public interface ITools { [Tool(\"a\")] void Get(); [Tool(\"a\")] void {|GG0017:Get|}(int number); [Tool(\"a\", Name = \"Get\")] void {|GG0017:Fetch|}(); }");

    [Fact]
    public Task Triggers_on_functions_of_one_name_in_several_types()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] [Tools(typeof(ITools), typeof(IOthers))] Task<string> {|GG0017:AskAsync|}();",
            "public interface ITools { [Tool(\"a\")] void Get(); } public interface IOthers { [Tool(\"a\")] void Get(int number); }");

    [Fact]
    public Task Triggers_on_a_parameter_without_functions()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"a\")] Task<string> AskAsync([Tools] Version {|GG0017:tools|});");

    [Fact]
    public Task Triggers_once_for_a_contract_and_on_its_attribute()
        => ContractVerifier.VerifyAsync("""
            [GeminiPrompts]
            [{|GG0017:Tools(typeof(Version))|}]
            public partial interface IDesk
            {
                [Prompt("a")] Task<string> AskAsync();
                [Prompt("b")] Task<string> TellAsync();
            }
            """);

    [Fact]
    public Task Does_not_trigger_on_what_can_be_called()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] [Tools(typeof(ITools), typeof(Statics))] Task<string> AskAsync([Tools] Own own, ToolApproval? approval);",
            """
            public interface ITools
            {
                [Tool("a")] Task<Card> CardAsync(string name, int? count, Card? card, List<Card> cards, DateOnly day = default, CancellationToken token = default);
                [Tool] ValueTask DoAsync([ToolService] IDisposable service, IServiceProvider services);
                void NotOffered(ref int value);
            }
            public static class Statics { [Tool("a")] public static int Add(int left, int right) => left + right; }
            public class Own : Base { }
            public class Base { [Tool("a")] public string? Find(params string[] words) => null; }
            public sealed record Card(string Title, DayOfWeek Day);
            """);

    [Theory]
    [InlineData("IReadOnlyDictionary<string, int> counts")]
    [InlineData("IDictionary<DayOfWeek, INum> counts")]
    [InlineData("System.Collections.Immutable.IImmutableDictionary<string, int?>? counts = null")]
    [InlineData("INum value")]
    [InlineData("IReadOnlyList<IReadOnlyDictionary<string, INum>> values")]
    public Task Does_not_trigger_on_interfaces_that_answers_may_be(string parameter)
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] [Tools(typeof(ITools))] Task<string> AskAsync();",
            $$"""
            public interface ITools { [Tool("a")] void Get({{parameter}}); }
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Num), "n")] public interface INum { }
            public sealed record Num(int N) : INum;
            """);

    [Fact]
    public Task Functions_are_no_text()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"{tools}\")] Task<string> AskAsync([Tools] {|GG0003:Own|} tools, ToolApproval first, {|GG0003:ToolApproval|} second);",
            "public class Own { [Tool(\"a\")] public string Find() => \"\"; }");

    [Fact]
    public Task Does_not_trigger_on_functions_known_at_run_time()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] [Tools(typeof(ITools))] Task<string> AskAsync(ToolSet first, [Tools(MaxRounds = 3)] ToolSet? second = null, ToolApproval? approval = null);",
            "public interface ITools { [Tool(\"a\")] void Get(); }");

    [Theory]
    [InlineData("[ToolSetOf(typeof(ITools))] public static partial class Set { }")]
    [InlineData("[ToolSetOf(typeof(ITools))] public static partial class Set { public static int Count => 1; }")]
    [InlineData("[{|GG0017:ToolSetOf(typeof(Version))|}] public static partial class Set { }")]
    [InlineData("[{|GG0017:ToolSetOf(null!)|}] public static partial class Set { }")]
    [InlineData("[ToolSetOf(typeof(ITools))] public static class {|GG0017:Set|} { }")]
    [InlineData("[ToolSetOf(typeof(ITools))] public partial class {|GG0017:Set|} { }")]
    [InlineData("[ToolSetOf(typeof(ITools))] public static partial class {|GG0017:Set|}<T> { }")]
    [InlineData("[ToolSetOf(typeof(ITools))] public static partial class {|GG0017:Set|} { public static void Create() { } }")]
    [InlineData("public static class Outer { [ToolSetOf(typeof(ITools))] public static partial class {|GG0017:Set|} { } }")]
    [InlineData("[ToolSetOf(typeof(IFaulty))] public static partial class Set { } public interface IFaulty { [Tool(\"a\")] void Get(object {|GG0017:value|}); }")]
    public Task Classes_of_functions(string declaration)
        => ContractVerifier.VerifyAsync(declaration + """

            public interface ITools { [Tool("a")] void Get(); }
            """);

    [Fact]
    public Task Two_functions_of_one_name_in_a_class_of_functions()
        => ContractVerifier.VerifyAsync("""
            [ToolSetOf(typeof(ITwins))] public static partial class Set { }
            public interface ITwins { [Tool("a")] void Get(); [Tool("a")] void {|GG0017:Get|}(int number); }
            """);
}
