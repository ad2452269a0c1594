using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>What prompt files become in the request.</summary>
public sealed class PromptFileTests
{
    private readonly FakeGemini _gemini = FakeGemini.Text("Fine.");

    [Fact]
    public async Task Files_and_what_they_include_are_one_text()
    {
        await new PromptFiles(_gemini.Client()).WriteAsync("the sea", "calm {> x}", verses: 3);

        Assert.Equal("Write a poem about the sea.\nBe calm {> x}, and brief \"as\" can be.\nWrite 3 verses.\n", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Code_may_include_files()
    {
        await new PromptFiles(_gemini.Client()).TranslateAsync("Guten Tag", "polite");

        Assert.Equal("Translate Guten Tag. Be polite, and brief \"as\" can be.", JsonAssert.UserText(_gemini.Body));
    }
}
