namespace GeminiGen.Emulator.Answers;

/// <summary>Cuts an answer into the chunks of a stream. Joined, their texts are the answer's text.</summary>
internal static class AnswerChunks
{
    /// <summary>A chunk ends at the last space between these lengths, in characters, or at the longer one.</summary>
    private const int ShortestPiece = 24;
    private const int LongestPiece = 60;

    public static IReadOnlyList<AnswerChunk> Split(ModelAnswer answer)
    {
        var chunks = new List<AnswerChunk>();
        int total = Math.Max(1, answer.Parts.Where(part => part.IsText).Sum(part => part.Text.Length));
        int sent = 0;
        foreach (AnswerPart part in answer.Parts)
        {
            foreach (string piece in part.IsText ? Pieces(part.Text) : [part.Text])
            {
                sent += part.IsText ? piece.Length : 0;
                Usage usage = answer.Usage with { Candidates = (int)((long)answer.Usage.Candidates * sent / total) };
                chunks.Add(new AnswerChunk([part with { Text = piece }], IsLast: false, usage));
            }
        }

        // As the API does: what ends the answer comes alone, with an empty text where there was one before.
        IReadOnlyList<AnswerPart> closing = chunks.Count > 0 ? [new AnswerPart("")] : [];
        chunks.Add(new AnswerChunk(closing, IsLast: true, answer.Usage));
        return chunks;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = start + LongestPiece;
            if (end >= text.Length)
            {
                end = text.Length;
            }
            else
            {
                int space = text.LastIndexOf(' ', end, LongestPiece - ShortestPiece);
                end = TextSlice.SafeEnd(text, space > 0 ? space : end);
            }

            yield return text[start..end];
            start = end;
        }
    }
}
