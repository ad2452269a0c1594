namespace GeminiGen.TokenCalibration;

/// <summary>How far estimates are from the counts, over stretches of text of one corpus and language.</summary>
/// <param name="Corpus">The corpus.</param>
/// <param name="Language">The language.</param>
/// <param name="Stretches">How many stretches were judged.</param>
/// <param name="MeanError">Mean of the relative errors without their signs.</param>
/// <param name="Bias">Mean of the relative errors; positive where estimates are too high.</param>
internal sealed record Accuracy(string Corpus, string Language, int Stretches, double MeanError, double Bias)
{
    /// <summary>Length of a stretch, in characters.</summary>
    private const int StretchLength = 2000;

    /// <summary>Judges weights by documents that did not make them.</summary>
    public static IEnumerable<Accuracy> Of(Weights weights, IEnumerable<Document> documents)
        => from document in documents
           group document by (document.Corpus, document.Language) into group_
           let errors = Errors(weights, group_).ToList()
           where errors.Count > 0
           select new Accuracy(group_.Key.Corpus, group_.Key.Language, errors.Count, errors.Average(Math.Abs), errors.Average());

    private static IEnumerable<double> Errors(Weights weights, IEnumerable<Document> documents)
    {
        int length = 0, tokens = 0;
        double estimate = 0;
        foreach (Piece piece in documents.SelectMany(document => document.Pieces))
        {
            length += piece.Length;
            tokens += piece.Tokens;
            estimate += weights.Estimate(piece);
            if (length >= StretchLength)
            {
                yield return (estimate - tokens) / tokens;
                (length, tokens, estimate) = (0, 0, 0);
            }
        }
    }
}
