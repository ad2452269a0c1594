using CsCheck;
using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Properties;

/// <summary>Values are data: whatever one holds, it arrives as it is, and nothing around it changes.</summary>
public sealed class ValueProperties
{
    private const string Delimiter = "ffffffffffffffff";

    private readonly GeminiClient _client = FakeGemini.Text("Fine.").Client(static options => options.UntrustedDelimiter = static () => Delimiter);

    [Fact]
    public Task A_value_arrives_as_it_is() => Texts.Any.SampleAsync(
        async text =>
        {
            RenderedPrompt rendered = await new TextDesk(_client).RenderAnswerAsync(text);
            JsonAssert.Equal($$"""{"contents":[{"role":"user","parts":[{"text":{{System.Text.Json.JsonSerializer.Serialize(Texts.WellFormed(text))}}}]}]}""", rendered.Json);
        },
        iter: 2000);

    [Fact]
    public Task A_value_in_an_instruction_arrives_as_it_is() => Gen.Select(Texts.Any, Texts.Any).SampleAsync(
        async (question, language) =>
        {
            RenderedPrompt rendered = await new SystemInstructionDesk(_client).RenderAnswerInAsync(question, language);
            Assert.Equal("You answer in " + Texts.WellFormed(language) + ".", JsonAssert.SystemText(rendered.Json));
            Assert.Equal(Texts.WellFormed(question), JsonAssert.UserText(rendered.Json));
        },
        iter: 1000);

    [Fact]
    public Task An_untrusted_value_stays_in_its_fence() => Gen.Select(Texts.Any, Texts.Any).SampleAsync(
        async (mail, reader) =>
        {
            RenderedPrompt rendered = await new UntrustedDesk(_client).RenderSummarizeAsync(mail, reader);
            Assert.Equal(
                "Summarize for " + Texts.WellFormed(reader) + ": <untrusted-" + Delimiter + ">" + Texts.WellFormed(mail) + "</untrusted-" + Delimiter + ">",
                JsonAssert.UserText(rendered.Json));
        },
        iter: 1000);

    [Fact]
    public Task Items_members_and_padding_arrive_as_they_are() => Gen.Select(Texts.Any, Texts.Any, Texts.Any.Array[0, 4]).SampleAsync(
        async (title, body, notes) =>
        {
            UntrustedTicket ticket = new(title, body, new Uri("https://example.org/a"), new DateTime(2026, 5, 3), [.. notes.Select(static note => new UntrustedNote(note))]);
            RenderedPrompt rendered = await new UntrustedDesk(_client).RenderSortAsync(ticket, "end");
            string expected = Fence(Texts.WellFormed(title).PadLeft(20)) + "|" + Fence("https://example.org/a") + "|" + Fence("2026") + "|" + (body.Length > 0 ? Fence(Texts.WellFormed(body)) : "")
                + string.Concat(notes.Select(static (note, index) => FormattableString.Invariant($"{index + 1}: ") + Fence(Texts.WellFormed(note)))) + "end";
            Assert.Equal(expected, JsonAssert.UserText(rendered.Json));
        },
        iter: 1000);

    private static string Fence(string text) => "<untrusted-" + Delimiter + ">" + text + "</untrusted-" + Delimiter + ">";
}
