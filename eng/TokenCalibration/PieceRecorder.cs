namespace GeminiGen.TokenCalibration;

/// <summary>Writes down the pieces of a text with their features and tokens.</summary>
internal readonly struct PieceRecorder(Document document, List<Piece> pieces, List<int> features, int[] end) : ITokenFeatures
{
    public static List<Piece> Record(Document document)
    {
        List<Piece> pieces = [];
        TokenScanner<PieceRecorder> scanner = new(new PieceRecorder(document, pieces, [], [0]));
        string text = document.Text;
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            bool pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            int codePoint = pair ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
            scanner.Read(codePoint, start, i + 1);
        }

        scanner.Finish(text.Length);
        return pieces;
    }

    public void Add(TokenTable table, int index) => features.Add(Weights.Offset(table) + index);

    public void EndPiece(int endOfPiece)
    {
        int tokens = 0;
        for (int i = end[0]; i < endOfPiece; i++)
        {
            tokens += document.Starts[i] - '0';
        }

        pieces.Add(new Piece([.. features], endOfPiece - end[0], tokens));
        features.Clear();
        end[0] = endOfPiece;
    }
}
