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
        _folder = Usable(folder);
        _warnings = warnings;
        _secrets = secrets;
        _number = Directory.EnumerateFiles(_folder, "*.json").Count();
    }

    /// <summary>Told now, and not by the first answer that is lost.</summary>
    private static string Usable(string folder)
    {
        try
        {
            string path = Directory.CreateDirectory(folder).FullName;
            string probe = Path.Combine(path, $".{Guid.NewGuid():N}.tmp");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return path;
        }
        catch (IOException exception)
        {
            throw new IOException($"The folder {folder} cannot take recordings: {exception.Message}", exception);
        }
    }

    /// <summary>Writes a file whole or not at all, and never over another. What cannot be written is told, and the client has its answer all the same.</summary>
    public async Task SaveAsync(RecordedRequest request, ObservedCall call)
    {
        string name = ExchangeFile.Name(Interlocked.Increment(ref _number), request);
        try
        {
            byte[] content = ExchangeFile.Write(request, call, _secrets);
            if (!await TryWriteAsync(name, content, isLastChoice: false).ConfigureAwait(false))
            {
                await TryWriteAsync($"{Path.GetFileNameWithoutExtension(name)}-{Guid.NewGuid():N}.json", content, isLastChoice: true).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException)
        {
            await _warnings.WriteLineAsync($"WARNING: {request} was answered, but not recorded: {exception.Message}").ConfigureAwait(false);
        }
    }

    // Another emulator may record into the same folder and want the same name. The system makes a new file for one of them only, and not even a move that shall not overwrite is sure of that; so
    // the name belongs to whoever made the unfinished file, until that is moved.
    private async Task<bool> TryWriteAsync(string name, byte[] content, bool isLastChoice)
    {
        string path = Path.Combine(_folder, name);
        string unfinished = Path.Combine(_folder, $".{name}.tmp");
        if (Claim(unfinished, isLastChoice) is not { } file)
        {
            return false;
        }

        bool isFree = !File.Exists(path);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(isFree ? content : []).ConfigureAwait(false);
        }

        if (isFree)
        {
            File.Move(unfinished, path);
        }
        else
        {
            File.Delete(unfinished);
        }

        return isFree;
    }

    // The file in the way may be gone again by now, so whether it is there tells nothing.
    private static FileStream? Claim(string path, bool isLastChoice)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (!isLastChoice)
        {
            return null;
        }
    }
}
