using Feeds;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Streams of items against the emulator, in either dialect.</summary>
public sealed class ItemStreamTests : EmulatedTest
{
    [Theory]
    [MemberData(nameof(Models))]
    public async Task Emulated_items_fit_and_the_stream_completes(string model)
    {
        PromptStream<Topic> stream = new FeedDesk(Client("IFeedDesk", model)).TopicsAsync(Document);
        List<Topic> items = [];
        await foreach (Topic item in stream)
        {
            items.Add(item);
        }

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.InRange(item.Weight, 1, 10));
        PromptCompletion completion = await stream.Completion;
        Assert.Equal(FinishReason.Stop, completion.FinishReason);
        Assert.True(completion.Usage.TotalTokenCount > 0);
    }
}
