using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0021.</summary>
public sealed class FakeOfNoContractTests
{
    private const string Kit = """
        namespace GeminiGen.Testing
        {
            public static class GeminiFake { public static object? For<T>(object? options = null) where T : class => null; }
        }
        """;

    private const string Types = """
        [GeminiGen.GeminiPrompts] public partial interface IDesk { }
        public sealed class Desk : IDesk { }
        public interface IPlain { }
        public class Outer { [GeminiGen.GeminiPrompts] protected partial interface IHidden { } [GeminiGen.GeminiPrompts] internal partial interface IInner { } }
        public class Own { public static object? For<T>() => null; }
        """;

    [Theory]
    [InlineData("GeminiFake.For<{|GG0021:Desk|}>();")]
    [InlineData("GeminiFake.For<{|GG0021:IPlain|}>(null);")]
    [InlineData("GeminiFake.For<{|GG0021:string|}>();")]
    [InlineData("GeminiGen.Testing.GeminiFake.For<{|GG0021:IPlain|}>();")]
    [InlineData("GeminiFake.For<{|GG0021:IHidden|}>();")]
    [InlineData("System.Func<object?> make = () => GeminiFake.For<{|GG0021:IPlain|}>();")]
    public Task Triggers(string statement) => VerifyAsync(statement, Kit);

    [Theory]
    [InlineData("GeminiFake.For<IDesk>();")]
    [InlineData("GeminiFake.For<IInner>();")]
    [InlineData("GeminiFake.For<T>();")]
    [InlineData("Own.For<IPlain>();")]
    [InlineData("GeminiFake.For<{|CS0246:IMissing|}>();")]
    public Task Does_not_trigger(string statement) => VerifyAsync(statement, Kit);

    [Fact]
    public Task Is_silent_where_the_kit_is_absent()
        => VerifyAsync("GeminiFake.For<IPlain>();", "namespace GeminiGen.Testing { public static class Other { } } public static class GeminiFake { public static object? For<T>() => null; }");

    [Fact]
    public Task Stays_on_when_the_rules_are_off()
        => VerifyAsync("GeminiFake.For<{|GG0021:IPlain|}>();", Kit, new TestProjectOptions { GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    private static Task VerifyAsync(string statement, string kit, TestProjectOptions? options = null)
        => AnalyzerVerifier.VerifyAsync<FakeOfNoContractAnalyzer>(
            $"using GeminiGen.Testing;\nclass Tests : Outer {{ void M<T>() where T : class {{ {statement} }} }}\n{Types}\n{kit}",
            options);
}
