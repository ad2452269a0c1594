using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.MediaInput;

/// <summary>Counts what the whole process allocates, so nothing else may run beside it.</summary>
[Collection(nameof(MediaAllocationTests))]
[CollectionDefinition(nameof(MediaAllocationTests), DisableParallelization = true)]
public sealed class MediaAllocationTests
{
    private const int Megabytes = 8;

    /// <summary>The goal: at most 64 KiB for each megabyte of media, beyond buffers of the pool.</summary>
    private const long Goal = 64 * 1024;

    [Fact]
    public async Task SendingMediaAllocatesLittle()
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] bytes = Samples.Mp4(Megabytes * 1_000_000);
            await File.WriteAllBytesAsync(path, bytes);
            using MemoryStream stream = new(bytes);
            foreach (Media media in (Media[])[Media.FromFile(path), Media.FromBytes(bytes), Media.FromStream(stream)])
            {
                await SendAsync(media);
                long perMegabyte = await SendAsync(media) / Megabytes;
                Assert.True(perMegabyte <= Goal, $"{perMegabyte} bytes per MB");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>How many bytes a call with the media allocates.</summary>
    private static async Task<long> SendAsync(Media media)
    {
        Sink sink = new();
        using GeminiClient client = TestClient.Create(sink);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await MediaDesk.AskAsync(client, media);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(sink.Length > media.Length * 4 / 3);
        return allocated;
    }

    /// <summary>Takes a request without keeping it.</summary>
    private sealed class Sink : HttpMessageHandler
    {
        internal long Length { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Length = request.Content!.Headers.ContentLength!.Value;
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
            return FakeHandler.Json(Replies.Answer("ok"));
        }
    }
}
