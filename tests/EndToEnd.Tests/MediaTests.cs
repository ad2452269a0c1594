using System.Net;
using GeminiGen.Emulator;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Media through generated code, inline and through the Files API.</summary>
public sealed class MediaTests : IAsyncLifetime
{
    private const int Megabyte = 1_000_000;

    private readonly GeminiEmulatorOptions _emulated = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow) { AutoAdvanceAmount = TimeSpan.Zero };
    private GeminiEmulator _emulator = null!;

    public async Task InitializeAsync()
    {
        _emulated.TimeProvider = _clock;
        _emulator = await GeminiEmulator.StartAsync(_emulated);
    }

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    [Fact]
    public async Task SmallMediaTravelsInline()
    {
        using GeminiClient client = Client();
        Assert.Contains("image/png", await new MediaDesk(client).DescribeAsync(Png(100_000)), StringComparison.Ordinal);
        await foreach (string _ in new MediaDesk(client).CompareAsync([Png(10), Png(20)]))
        {
        }

        Assert.Equal(2, _emulator.Requests.Count);
        Assert.All(_emulator.Requests, request => Assert.Contains("inlineData", request.BodyText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task LargeMediaIsUploadedOnceForAnyNumberOfCallsAndAttempts()
    {
        using GeminiClient client = Client();
        Media film = Png(20 * Megabyte);
        _emulator.Script(EmulatorFault.Unavailable());
        await new MediaDesk(client).DescribeAsync(film);
        await new MediaDesk(client).DescribeAsync(film.WithResolution(MediaResolution.Low));
        Assert.Equal(1 + 3, Uploads.Length);
        Assert.Equal(3, _emulator.Requests.Count(request => request.BodyText.Contains("fileData", StringComparison.Ordinal) && !request.BodyText.Contains("inlineData", StringComparison.Ordinal)));
        Assert.All(_emulator.Requests, request => Assert.DoesNotContain("key", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUploadOfItselfTellsItsProgressAndIsDeletedWhereThatIsAskedFor()
    {
        using GeminiClient client = Client();
        List<long> reports = [];
        GeminiUploadOptions options = new() { DisplayName = "film", Progress = new Reports(reports), DeleteOnDispose = true };
        await using (Media film = Png(20 * Megabyte).WithUpload(options))
        {
            await new MediaDesk(client).DescribeAsync(film.WithResolution(MediaResolution.Low));
            await new MediaDesk(client).DescribeAsync(film);
            GeminiFile file = await client.Files.GetAsync(Assert.Single(await NamesAsync(client)));
            Assert.Equal("film", file.DisplayName);
        }

        Assert.Empty(await NamesAsync(client));
        Assert.Equal([8 * 1024 * 1024, 16 * 1024 * 1024, 20 * Megabyte], reports);
    }

    [Fact]
    public async Task AnUploadOfItselfStaysWhereNothingIsAskedFor()
    {
        using GeminiClient client = Client(options => options.Media.InlineLimit = 0);
        await using (Media picture = Png(10))
        {
            await new MediaDesk(client).DescribeAsync(picture);
        }

        using (Media picture = Png(10).WithUpload(new GeminiUploadOptions { DeleteOnDispose = true }))
        {
            await new MediaDesk(client).DescribeAsync(picture);
        }

        Assert.Equal(2, (await NamesAsync(client)).Count);
        Assert.Throws<ArgumentException>(() => Png(10).WithUpload(new GeminiUploadOptions { DisplayName = new string('x', 513) }));
        Assert.Throws<InvalidOperationException>(() => Media.FromUri(new Uri("https://www.youtube.com/watch?v=a")).WithUpload(null));
    }

    [Fact]
    public async Task OnlyTheLargestIsUploadedWhereThatIsEnough()
    {
        using GeminiClient client = Client(options => options.Media.InlineLimit = 300_000);
        await foreach (string _ in new MediaDesk(client).CompareAsync([Png(100_000), Png(200_000)]))
        {
        }

        Assert.Equal(2, Uploads.Length);
        string body = _emulator.Requests[^1].BodyText;
        Assert.True(body.IndexOf("inlineData", StringComparison.Ordinal) is var at && at > 0 && at < body.IndexOf("fileData", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUploadGoesOnWhereItBrokeOff()
    {
        using GeminiClient client = Client();
        List<long> reports = [];
        _emulator.ScriptUploads(EmulatorFault.Unavailable(), EmulatorFault.None, EmulatorFault.None, EmulatorFault.InternalError().Times(2), EmulatorFault.None);
        await using GeminiFile file = await client.Files.UploadAsync(
            Png(20 * Megabyte), new GeminiUploadOptions { DisplayName = "Film \"1\"", Progress = new Reports(reports), DeleteOnDispose = true });
        Assert.Equal([8 << 20, 16 << 20, 20 * Megabyte], reports);
        Assert.Equal((GeminiFileState.Active, "Film \"1\"", 20 * Megabyte, "image/png"), (file.State, file.DisplayName, file.Length, file.MimeType));
        Assert.Equal(2, Uploads.Count(request => request.Headers["X-Goog-Upload-Command"] == "query"));
        await new MediaDesk(client).DescribeAsync(file.ToMedia());

        await file.DisposeAsync();
        GeminiFileNotFoundException error = await Assert.ThrowsAsync<GeminiFileNotFoundException>(() => client.Files.GetAsync(file.Name));
        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }

    [Fact]
    public async Task ProcessingIsWaitedForAndFailureIsTold()
    {
        using GeminiClient client = Client(clock: new HurryingClock());
        _emulated.FileProcessingReplies = 4;
        Assert.Equal(GeminiFileState.Active, (await client.Files.UploadAsync(Png(10))).State);
        _emulated.FailFileProcessing = true;
        GeminiFileFailedException failed = await Assert.ThrowsAsync<GeminiFileFailedException>(() => client.Files.UploadAsync(Png(10)));
        Assert.StartsWith("files/", failed.Name, StringComparison.Ordinal);
        _emulated.FileProcessingReplies = int.MaxValue;
        GeminiTimeoutException late = await Assert.ThrowsAsync<GeminiTimeoutException>(() => client.Files.UploadAsync(Png(10)));
        Assert.Equal(GeminiTimeLimit.FileProcessing, late.Limit);
    }

    [Fact]
    public async Task FilesAreListedDeletedAndExpire()
    {
        using GeminiClient client = Client();
        GeminiFile first = await client.Files.UploadAsync(Png(10));
        GeminiFile second = await client.Files.UploadAsync(Png(10));
        Assert.Equal([first.Name, second.Name], await NamesAsync(client));
        await client.Files.DeleteAsync(first.Name);
        await Assert.ThrowsAsync<GeminiFileNotFoundException>(() => client.Files.DeleteAsync(first.Name));
        Assert.Equal([second.Name], await NamesAsync(client));
        _clock.Advance(TimeSpan.FromHours(48));
        Assert.Empty(await NamesAsync(client));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Files.GetAsync("../models"));
    }

    [Fact]
    public async Task UploadedMediaOfAConversationExpiresWithCauseAndCure()
    {
        using GeminiClient client = Client(options => options.Media.InlineLimit = 0, _clock);
        MediaDesk desk = new(client);
        Conversation conversation = new();
        await desk.ChatAsync(conversation, "Look.", Png(50));
        Conversation restored = Conversation.Parse(conversation.ToJson());
        _clock.Advance(TimeSpan.FromHours(47));
        await desk.ChatAsync(conversation, "Still there?");
        _clock.Advance(TimeSpan.FromHours(1));
        int sent = _emulator.Requests.Count;

        foreach (Conversation kept in (Conversation[])[conversation, restored])
        {
            int turns = kept.Turns.Count;
            GeminiMediaExpiredException error = await Assert.ThrowsAsync<GeminiMediaExpiredException>(() => desk.ChatAsync(kept, "And now?"));
            Assert.Same(kept.Turns[0], error.Turn);
            Assert.Contains("48 hours", error.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(Conversation.ReplaceExpiredMedia), error.Message, StringComparison.Ordinal);
            Assert.Equal((sent, turns), (_emulator.Requests.Count, kept.Turns.Count));
        }

        Assert.Equal(1, restored.ReplaceExpiredMedia(_clock.GetUtcNow()));
        await desk.ChatAsync(restored, "And now?");
        Assert.Equal("Look. [image/png, no longer available]", restored.Turns[0].Text);
        Assert.Equal(0, restored.ReplaceExpiredMedia(_clock.GetUtcNow()));
    }

    [Fact]
    public async Task AFileOnDiskIsUploadedAgainForItsConversation()
    {
        using GeminiClient client = Client(options => options.Media.InlineLimit = 0, _clock);
        MediaDesk desk = new(client);
        Conversation conversation = new();
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, [0x89, .. "PNG\r\n\u001a\n"u8, 1, 2, 3]);
            await desk.ChatAsync(conversation, "Look.", Media.FromFile(path));
            ReadOnlyMemory<byte> answer = conversation.Turns[1].Content;
            string before = conversation.ToJson();
            _clock.Advance(TimeSpan.FromHours(49));
            await desk.ChatAsync(conversation, "And now?");
            Assert.NotEqual(before, conversation.ToJson());
            Assert.Equal(answer, conversation.Turns[1].Content);
            Assert.Equal("Look. ", conversation.Turns[0].Text);
            await desk.ChatAsync(conversation, "And then?");
            Assert.Equal(2 * 2, Uploads.Length);
        }
        finally
        {
            File.Delete(path);
        }

        _clock.Advance(TimeSpan.FromHours(49));
        GeminiMediaExpiredException error = await Assert.ThrowsAsync<GeminiMediaExpiredException>(() => desk.ChatAsync(conversation, "Gone?"));
        Assert.IsType<GeminiMediaNotFoundException>(error.InnerException);
    }

    [Fact]
    public async Task MakingMediaReadyIsTimeOfTheCallInConversationsToo()
    {
        using GeminiClient client = Client(
            options =>
            {
                options.Media.InlineLimit = 0;
                options.Timeout = TimeSpan.FromSeconds(80);
            },
            new HurryingClock());
        _emulated.FileProcessingReplies = 8;
        _emulator.Script(EmulatorFault.QuotaPerMinute(retryAfter: TimeSpan.FromSeconds(50)));
        GeminiQuotaExceededException error = await Assert.ThrowsAsync<GeminiQuotaExceededException>(() => new MediaDesk(client).ChatAsync(new Conversation(), "Look.", Png(50)));
        Assert.Contains("would end after the 80 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOfOnesOwnThatIsGoneIsTold()
    {
        using GeminiClient client = Client(clock: _clock);
        MediaDesk desk = new(client);
        GeminiFile file = await client.Files.UploadAsync(Png(50));
        Conversation conversation = new();
        await desk.ChatAsync(conversation, "Look.", file.ToMedia().WithResolution(MediaResolution.Low));

        await client.Files.DeleteAsync(file.Name);
        GeminiFileNotFoundException deleted = await Assert.ThrowsAsync<GeminiFileNotFoundException>(() => desk.ChatAsync(conversation, "And now?"));
        Assert.Contains("48 hours", deleted.Message, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromHours(48));
        await Assert.ThrowsAsync<GeminiMediaExpiredException>(() => desk.ChatAsync(conversation, "And now?"));
    }

    [Fact]
    public async Task AConversationKeepsItsMedia()
    {
        using GeminiClient client = Client();
        Conversation conversation = new();
        await new MediaDesk(client).ChatAsync(conversation, "Look.", Png(50));
        await new MediaDesk(client).ChatAsync(conversation, "And now?");
        Assert.Contains("inlineData", _emulator.Requests[1].BodyText, StringComparison.Ordinal);
    }

    private RecordedRequest[] Uploads => [.. _emulator.Requests.Where(request => request.Path.StartsWith("/upload/", StringComparison.Ordinal))];

    private GeminiClient Client(Action<GeminiOptions>? configure = null, TimeProvider? clock = null)
    {
        GeminiOptions options = new() { ApiKey = _emulator.ApiKey, BaseAddress = _emulator.BaseAddress, TimeProvider = clock ?? TimeProvider.System };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new GeminiClient(options);
    }

    private static async Task<List<string>> NamesAsync(GeminiClient client)
    {
        List<string> names = [];
        await foreach (GeminiFile file in client.Files.ListAsync())
        {
            names.Add(file.Name);
        }

        return names;
    }

    private static Media Png(int length)
    {
        byte[] bytes = new byte[length];
        ((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).CopyTo(bytes);
        return Media.FromBytes(bytes);
    }

    /// <summary>Reports at once, in order.</summary>
    private sealed class Reports(List<long> reports) : IProgress<long>
    {
        public void Report(long value) => reports.Add(value);
    }

    /// <summary>A clock on which seconds pass at once, as far as files are waited for; limits of minutes stay.</summary>
    private sealed class HurryingClock : TimeProvider
    {
        private long _skipped;

        public override long GetTimestamp() => System.GetTimestamp() + Volatile.Read(ref _skipped);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            bool isShort = dueTime > TimeSpan.Zero && dueTime <= TimeSpan.FromSeconds(10);
            if (isShort)
            {
                Interlocked.Add(ref _skipped, (long)(dueTime.TotalSeconds * TimestampFrequency));
            }

            return System.CreateTimer(callback, state, isShort ? TimeSpan.Zero : dueTime, period);
        }
    }
}
