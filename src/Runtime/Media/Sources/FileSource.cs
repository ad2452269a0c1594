using Microsoft.Win32.SafeHandles;

namespace GeminiGen;

/// <summary>A file on disk. It is opened for each attempt and closed after it; nothing is kept open in between.</summary>
internal sealed class FileSource : MediaSource
{
    private readonly string _path;
    private readonly long _length;

    /// <summary>Looks at the file.</summary>
    /// <exception cref="GeminiMediaException">It is missing, or cannot be read.</exception>
    internal FileSource(string path)
    {
        _path = Path.GetFullPath(path);
        using SafeFileHandle file = Open(FileOptions.None);
        byte[] sample = new byte[MediaTypeDetector.SampleSize];
        try
        {
            _length = RandomAccess.GetLength(file);
            int read = RandomAccess.Read(file, sample, 0);
            DetectedType = MediaTypeDetector.Detect(sample.AsSpan(0, read), isWhole: read == _length);
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            throw Unreadable(exception);
        }
    }

    internal override string Description => "the file \"" + _path + "\"";

    internal override string FileName => Path.GetFileName(_path);

    internal override long? Length => _length;

    internal override string? DetectedType { get; }

    internal override MediaReader OpenReader()
    {
        SafeFileHandle file = Open(FileOptions.Asynchronous | FileOptions.SequentialScan);
        if (RandomAccess.GetLength(file) != _length)
        {
            file.Dispose();
            throw new GeminiMediaException($"The file \"{_path}\" has another length than when its Media was made. Make a new Media for the file as it is now.");
        }

        return new FileReader(file, Description);
    }

    private SafeFileHandle Open(FileOptions options)
    {
        try
        {
            return File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.Read, options);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new GeminiMediaNotFoundException($"There is no file \"{_path}\" to send. Check the path; a relative one starts at the process's current directory.", exception) { Path = _path };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }
    }

    private GeminiMediaException Unreadable(Exception exception)
        => new($"The file \"{_path}\" cannot be read: {exception.Message} Check that it is a file, that nobody writes it, and that this process may read it.", exception);
}
