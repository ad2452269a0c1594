namespace GeminiGen;

/// <summary>Receives what <see cref="TokenScanner{TFeatures}"/> sees in a text: the estimator adds weights up, the calibration learns them.</summary>
internal interface ITokenFeatures
{
    /// <summary>The current piece of text shows a feature.</summary>
    /// <param name="table">Which table the feature belongs to.</param>
    /// <param name="index">Its place there, below the table's size.</param>
    void Add(TokenTable table, int index);

    /// <summary>The current piece (a word, an ideograph, a symbol) ended.</summary>
    /// <param name="end">Number of characters (bytes for UTF-8) up to its end.</param>
    void EndPiece(int end);
}
