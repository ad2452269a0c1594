using System.Collections.Immutable;
using GeminiGen.CompilerServices;

namespace GeminiGen.Runtime.Tests.Answers;

/// <summary>What generated checks are told.</summary>
public sealed class ViolationTests
{
    [Fact]
    public void AListThatWasLeftOutHasNoElements()
    {
        Assert.Equal(0, PromptViolations.Count(default(ImmutableArray<string>)));
        Assert.Equal(0, PromptViolations.Count(default(ImmutableArray<int>)));
        Assert.Equal(0, PromptViolations.Count(ImmutableArray<int>.Empty));
        Assert.Equal(2, PromptViolations.Count(ImmutableArray.Create(1, 2)));
    }

    [Theory]
    [InlineData(98)]
    [InlineData(99)]
    [InlineData(100)]
    public void AValueIsNotCutWithinACharacter(int before)
    {
        PromptViolations found = new();
        found.Add("text", "must be short", new string('x', before) + "😀😀");

        string value = Assert.Single(found.Found).Value!;

        Assert.EndsWith("…", value, StringComparison.Ordinal);
        Assert.True(value.Length is 100 or 101);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(value)));
    }
}
