using GeminiGen.Emulator.Scripting;
using Growing;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Snapshots against the emulator, in either dialect.</summary>
public sealed class SnapshotTests : EmulatedTest
{
    [Theory]
    [MemberData(nameof(Models))]
    public async Task Emulated_answers_grow_to_a_whole(string model)
    {
        List<BookSnapshot> snapshots = await ReadAsync(model);

        Assert.True(snapshots.Count > 1);
        Assert.Equal(snapshots[^1].Title, snapshots[^1].CompleteAnswer!.Title);
    }

    [Fact]
    public async Task A_fence_is_passed_over()
    {
        Emulator.Script(EmulatorFault.FencedJson());

        Assert.NotNull((await ReadAsync(GeminiModels.Gemini38Flash))[^1].CompleteAnswer);
    }

    private async Task<List<BookSnapshot>> ReadAsync(string model)
    {
        List<BookSnapshot> snapshots = [];
        await foreach (BookSnapshot snapshot in new BookDesk(Client("IBookDesk", model)).DescribeAsync(Document))
        {
            snapshots.Add(snapshot);
        }

        return snapshots;
    }
}
