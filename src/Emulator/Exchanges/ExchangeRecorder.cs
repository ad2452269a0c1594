using System.Text.Json;
using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.Emulator.Exchanges;

/// <summary>Stores each exchange in a file of its own, after those that are there.</summary>
internal sealed class ExchangeRecorder
{
    private readonly string _folder;
    private readonly TextWriter _warnings;
    private readonly Secrets _secrets;
    private int _number;

    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public ExchangeRecorder(string folder, TextWriter warnings, Secrets secrets)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _warnings = warnings;
        _secrets = secrets;
        _number = Directory.EnumerateFiles(_folder, "*.json").Count();

        // Told now, and not by the first answer that is lost.
        string probe = Path.Combine(_folder, $".{Guid.NewGuid():N}.tmp");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    /// <summary>Writes a file whole or not at all, and never over another. What cannot be written is told, and the client has its answer all the same.</summary>
    public async Task SaveAsync(RecordedRequest request, ObservedCall call)
    {
        string name = ExchangeFile.Name(Interlocked.Increment(ref _number), request);
        string unfinished = Path.Combine(_folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllBytesAsync(unfinished, ExchangeFile.Write(request, call, _secrets)).ConfigureAwait(false);
            Place(unfinished, name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException)
        {
            await _warnings.WriteLineAsync($"WARNING: {request} was answered, but not recorded: {exception.Message}").ConfigureAwait(false);
        }
    }

    // Another emulator may record into the same folder, and take the name between a look and the move; so the move itself tells.
    private void Place(string unfinished, string name)
    {
        string path = Path.Combine(_folder, name);
        try
        {
            File.Move(unfinished, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Move(unfinished, Path.Combine(_folder, $"{Path.GetFileNameWithoutExtension(name)}-{Guid.NewGuid():N}.json"));
        }
    }
}
