using System.Text.Json.Nodes;

namespace GeminiGen.Testing;

/// <summary>The sentences of the recorder.</summary>
internal static class RecordingErrors
{
    private const string HowToRecord = "Record it: run the test with GeminiRecorderMode.ReplayOrRecord (or Record), a key, and the environment variable GEMINIGEN_ALLOW_REAL_CALLS=1.";

    /// <summary>A request without a recording: one whose prompt has changed is shown beside what was recorded.</summary>
    internal static GeminiRecordingException Missing(string folder, RecordedRequest request)
    {
        Recording? nearest = FindNearest(folder, request);
        if (nearest is null)
        {
            return new GeminiRecordingException($"There is no recording of {request.Name} in {folder}. {HowToRecord} No request was sent.");
        }

        string diff = LineDiff.Create(Describe(nearest.Request), Describe(request.ToJson()));
        return new GeminiRecordingException(
            $"The prompt of {request.Name} has changed since it was recorded in {nearest.Path}. If that is wanted, record it again and delete the old file. {HowToRecord} No request was sent.\n{diff}");
    }

    internal static GeminiRecordingException UsedUp(Recording recording, RecordedRequest request)
        => new(FormattableString.Invariant($"{request.Name} is asked the same thing more often than was recorded in {recording.Path}, where it was {recording.Responses.Count} times. {HowToRecord} No request was sent."));

    internal static GeminiRecordingException NotWritable(string folder, Exception cause)
        => new($"Recordings cannot be written to {folder}: {cause.Message} No recording was changed.", cause);

    internal static GeminiRecordingException Shared(string path, Exception cause)
        => new($"Another recorder is writing {path}: two tests that run at the same time ask the same thing in one folder. Give each test a folder of its own. No request was sent, and no recording was changed.", cause);

    internal static GeminiRecordingException NoKey(RecordedRequest request)
        => new($"There is no recording of {request.Name}, and no key to make one: set GEMINI_API_KEY. No request was sent.");

    internal static GeminiRecordingException Blocked(string host)
        => new($"This process makes no real calls, and this one would have gone to {host}. Set the environment variable GEMINIGEN_ALLOW_REAL_CALLS=1 to record. No request was sent.");

    private static Recording? FindNearest(string folder, RecordedRequest request)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        string text = Describe(request.ToJson());
        Recording? nearest = null;
        int most = -1;
        foreach (string path in Directory.EnumerateFiles(folder, request.FilePrefix + "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                Recording recording = Recording.Read(path);
                int common = LineDiff.CountCommon(Describe(recording.Request), text);
                (nearest, most) = common > most ? (recording, common) : (nearest, most);
            }
            catch (GeminiRecordingException)
            {
                // Told when its own request is asked; here it only cannot be the nearest.
            }
        }

        return nearest;
    }

    /// <summary>The request as lines; the lines of a text are lines too, so that a changed word shows in its line.</summary>
    private static string Describe(JsonObject request) => RecordedJson.Write(request).Replace("\\n", "\n", StringComparison.Ordinal);
}
