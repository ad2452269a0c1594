namespace GeminiGen.Runtime.Tests.Answers;

/// <summary>Types in messages.</summary>
public sealed class TypeNameTests
{
    [Theory]
    [InlineData(typeof(int), "int")]
    [InlineData(typeof(int?), "int?")]
    [InlineData(typeof(DayOfWeek), "DayOfWeek")]
    [InlineData(typeof(string[]), "string[]")]
    [InlineData(typeof(Dictionary<string, int?[]>), "Dictionary<string, int?[]>")]
    public void AreWrittenAsInTheSource(Type type, string expected) => Assert.Equal(expected, TypeNames.Of(type));
}
