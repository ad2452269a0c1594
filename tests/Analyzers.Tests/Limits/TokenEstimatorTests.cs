namespace GeminiGen.Analyzers.Tests.Limits;

/// <summary>The estimator's coarse behaviour; its calibration is a matter of its own.</summary>
public sealed class TokenEstimatorTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("7", 1)]
    [InlineData("1234567890", 10)]
    [InlineData("\n\n\n", 1)]
    public void Counts_exactly_where_the_vocabulary_is_plain(string text, int tokens) => Assert.Equal(tokens, TokenEstimator.Estimate(text));

    [Theory]
    [InlineData("The quick brown fox jumps over the lazy dog, and nobody in the village was surprised when it happened again the next morning.", 4.0, 5.4)]
    [InlineData("Der schnelle braune Fuchs springt über den faulen Hund, und niemand im Dorf war überrascht, als es am nächsten Morgen wieder geschah.", 3.8, 5.4)]
    [InlineData("敏捷的棕色狐狸跳过了懒狗，第二天早上又发生同样的事情时，村里没有人感到惊讶。", 1.3, 2.0)]
    public void Stays_near_the_measured_characters_per_token(string text, double low, double high)
        => Assert.InRange(text.Length / (double)TokenEstimator.Estimate(text), low, high);

    [Fact]
    public void Allocates_nothing()
    {
        string text = new('a', 10_000);
        TokenEstimator.Estimate(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int tokens = TokenEstimator.Estimate(text);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, allocated);
        Assert.Equal(2220, tokens);
    }
}
