namespace GeminiGen.Testing;

/// <summary>Compares a text with its file.</summary>
internal static class SnapshotFile
{
    /// <summary>Compares.</summary>
    /// <param name="text">What is rendered now.</param>
    /// <param name="name">The name of the snapshot.</param>
    /// <param name="sourcePath">The path of the test's source.</param>
    /// <param name="settings">What the environment says.</param>
    /// <exception cref="PromptSnapshotException">It differs, or is new and may not be written.</exception>
    internal static void Verify(string text, string name, string sourcePath, SnapshotSettings settings)
    {
        string path = Path.Combine(TestFolder.Of(sourcePath), $"{Path.GetFileNameWithoutExtension(sourcePath.Replace('\\', '/'))}.{name}.prompt.txt");
        if (!File.Exists(path))
        {
            if (!settings.Accepts && !settings.WritesNew)
            {
                throw new PromptSnapshotException($"There is no snapshot {path}, and none is written where CI is set. Run the test on your machine and commit the file.\n{text}");
            }

            Write(path, text);
            return;
        }

        string recorded = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (recorded == text)
        {
            return;
        }

        if (settings.Accepts)
        {
            Write(path, text);
            return;
        }

        throw new PromptSnapshotException(
            $"The prompt is not the one of {path}. If it is meant to be, run the test with {SnapshotSettings.AcceptVariable}=1 and commit the file.\n{LineDiff.Create(recorded, text)}");
    }

    private static void Write(string path, string text)
    {
        try
        {
            AtomicFile.Write(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PromptSnapshotException($"The snapshot {path} cannot be written: {exception.Message}", exception);
        }
    }
}
