using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Answers that are one of several types.</summary>
public sealed class CaseTests : EmulatedTest
{
    private const string Good = """
        {"main":{"wish":"refund","amount":5},"other":null,"shapes":[{"$type":1,"radius":2},{"side":3,"$type":2}]}
        """;

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Emulated_answers_fit_in_either_dialect(string model)
    {
        Letter letter = await new TypedCasesDesk(Client("ITypedCasesDesk", model)).ReadAsync("Describe:\n" + Document);

        Assert.True(letter.Main is Refund or Repair);
    }

    [Fact]
    public async Task Each_case_becomes_its_type()
    {
        Letter letter = await Desk(Good).ReadAsync("t");

        Assert.Equal(new Refund(5), letter.Main);
        Assert.Null(letter.Other);
        Assert.Equal([new Circle(2), new Square(3)], letter.Shapes);
        Assert.Equal(new Repair("p", true), await Desk("""{"wish":"repair","part":"p","atHome":true}""").WishAsync("t"));
    }

    [Theory]
    [InlineData("refund", "gift", "$.main.wish")]
    [InlineData("\"wish\":\"refund\",", "", "$.main.wish")]
    [InlineData(",\"amount\":5", "", "$.main.amount")]
    [InlineData("\"amount\":5", "\"amount\":\"x\"", "$.main.amount")]
    [InlineData("\"amount\":5", "\"amount\":0", "$.main.amount")]
    [InlineData("{\"wish\":\"refund\",\"amount\":5}", "null", "$.main")]
    [InlineData("\"radius\":2", "\"radius\":null", "$.shapes[0].radius")]
    [InlineData("\"$type\":1", "\"$type\":3", "$.shapes[0]['$type']")]
    public async Task Answer_that_does_not_fit(string before, string after, string path)
    {
        string answer = Good.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Good, answer);

        Assert.Equal(path, (await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk(answer).ReadAsync("t"))).JsonPath);
    }

    [Fact]
    public async Task Schema_lists_the_cases()
    {
        FakeGemini gemini = FakeGemini.Text("null");
        await Assert.ThrowsAnyAsync<GeminiException>(() => new TypedCasesDesk(gemini.Client()).WishAsync("t"));

        JsonAssert.Equal(
            """
            {"description":"What the customer wants.","anyOf":[
              {"type":"object","description":"Money back.","properties":{"wish":{"type":"string","enum":["refund"]},"amount":{"type":"integer","minimum":1,"maximum":1000}},"required":["wish","amount"],"additionalProperties":false},
              {"type":"object","description":"A repair.","properties":{"wish":{"type":"string","enum":["repair"]},"part":{"type":"string"},"atHome":{"type":"boolean"}},"required":["wish","part","atHome"],"additionalProperties":false}]}
            """,
            JsonAssert.At(gemini.Body, "generationConfig", "responseJsonSchema"));
    }

    private static TypedCasesDesk Desk(string answer) => new(FakeGemini.Text(answer).Client());
}
