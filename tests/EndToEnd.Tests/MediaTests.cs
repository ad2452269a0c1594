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
