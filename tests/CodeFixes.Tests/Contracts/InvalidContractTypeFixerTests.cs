using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Contracts;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0001.</summary>
public sealed class InvalidContractTypeFixerTests
{
    [Theory]
    [InlineData("public class Outer { ", "public partial class Outer { ")]
    [InlineData("// A comment.\nclass Outer { ", "// A comment.\npartial class Outer { ")]
    [InlineData("public sealed record Outer { ", "public sealed partial record Outer { ")]
    public Task Makes_the_container_partial(string container, string repaired)
        => VerifyAsync(container + "[GeminiGen.GeminiPrompts] public interface {|GG0001:IDesk|} { } }", repaired + "[GeminiGen.GeminiPrompts] public interface IDesk { } }");

    [Fact]
    public Task Makes_every_container_partial()
        => VerifyAsync(
            "public class A { public partial class B { public static class C { [GeminiGen.GeminiPrompts] public interface {|GG0001:IDesk|} { } } } }",
            "public partial class A { public partial class B { public static partial class C { [GeminiGen.GeminiPrompts] public interface IDesk { } } } }");

    [Theory]
    [InlineData("[GeminiGen.GeminiPrompts] public interface {|GG0001:IDesk|}<T> { }")]
    [InlineData("public class Outer<T> { [GeminiGen.GeminiPrompts] public interface {|GG0001:IDesk|} { } }")]
    [InlineData("[GeminiGen.GeminiPrompts] public interface IDesk { string {|GG0001:Name|} { get; } }")]
    public Task Offers_nothing_where_that_is_not_the_fault(string source)
        => CodeFixVerifier.VerifyNotOfferedAsync<PromptInterfaceAnalyzer, InvalidContractTypeFixer>(source);

    private static Task VerifyAsync(string source, string repaired)
        => CodeFixVerifier.VerifyAsync<PromptInterfaceAnalyzer, InvalidContractTypeFixer>(source, repaired, InvalidContractTypeFixer.MakePartialKey);
}
