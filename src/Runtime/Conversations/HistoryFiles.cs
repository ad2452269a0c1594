using System.Globalization;

namespace GeminiGen;

/// <summary>Keeps the files of a history alive: the API deletes uploads after 48 hours, and conversations last longer.</summary>
/// <param name="files">Uploads anew.</param>
/// <param name="clock">The time.</param>
internal sealed class HistoryFiles(GeminiFiles files, TimeProvider clock)
{
    /// <summary>Uploads what has expired and is still on disk, and gives the turns with the new addresses.</summary>
    /// <exception cref="GeminiMediaExpiredException">A file has expired and cannot be uploaded again.</exception>
    internal async ValueTask<ConversationTurn[]> RefreshAsync(Conversation conversation, ConversationTurn[] turns, CancellationToken cancellationToken)
    {
        ConversationTurn[]? fresh = null;
        for (int i = 0; i < turns.Length; i++)
        {
            foreach (TurnFile file in turns[i].Files)
            {
                if (await RefreshAsync(turns[i], file, cancellationToken).ConfigureAwait(false) is { } renewed)
                {
                    fresh ??= [.. turns];
                    fresh[i] = fresh[i].WithFile(file, renewed);
                }
            }
        }

        if (fresh is not null)
        {
            conversation.Replace(turns, fresh);
        }

        return fresh ?? turns;
    }

    /// <summary>The file as it is now, when it is another one.</summary>
    private async ValueTask<TurnFile?> RefreshAsync(ConversationTurn turn, TurnFile file, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (file.Expires - UploadSlot.Margin > now)
        {
            return null;
        }

        if (file.Media is not { Source: FileSource source } media)
        {
            return file.Expires > now ? null : throw Expired(turn, file, null);
        }

        try
        {
            GeminiFile uploaded = await source.Upload.GetAsync(files, media, clock, cancellationToken).ConfigureAwait(false);
            return new TurnFile(uploaded.Uri.OriginalString, uploaded.Expires ?? DateTimeOffset.MaxValue, media);
        }
        catch (GeminiMediaException exception)
        {
            return file.Expires > now ? null : throw Expired(turn, file, exception);
        }
    }

    private static GeminiMediaExpiredException Expired(ConversationTurn turn, TurnFile file, GeminiMediaException? cause)
    {
        string time = file.Expires.UtcDateTime.ToString("u", CultureInfo.InvariantCulture);
        return new GeminiMediaExpiredException(
            $"The conversation holds media that was uploaded, and the API deletes uploads after 48 hours: {file.Uri} expired at {time}. "
            + "It cannot be uploaded again from here. Nothing was sent. Call ReplaceExpiredMedia on the conversation, which puts a note in its place, and send the media again with your next message. "
            + "Media.FromFile is uploaded again by itself while the file is there.",
            cause)
        {
            Turn = turn,
            Expired = file.Expires,
        };
    }
}
