using GeminiGen.Analyzers.Suppressors;

namespace GeminiGen.Analyzers.Tests.Suppressors;

/// <summary>CA1822 on functions of the model.</summary>
public sealed class ToolMethodSuppressorTests
{
    private const string Static = "CA1822";

    [Fact]
    public async Task A_function_may_stay_an_instance_method()
    {
        string source = Source("[Tool(\"Adds\")]");

        Assert.Equal([Static], await NetAnalyzers.RunAsync(source, Static));
        Assert.Empty(await NetAnalyzers.RunAsync(source, Static, new ToolMethodSuppressor()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[System.ComponentModel.Description(\"Adds\")]")]
    public async Task Every_other_method_keeps_its_warning(string mark)
        => Assert.Equal([Static], await NetAnalyzers.RunAsync(Source(mark), Static, new ToolMethodSuppressor()));

    private static string Source(string mark) => $$"""
        using GeminiGen;

        namespace Desk;

        internal sealed class Sums
        {
            {{mark}}
            internal int Add(int left, int right) => left + right;
        }
        """;
}
