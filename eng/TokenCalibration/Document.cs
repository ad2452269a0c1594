using System.Text.Json.Serialization;

namespace GeminiGen.TokenCalibration;

/// <summary>A text and where its tokens begin.</summary>
/// <param name="Corpus">Where it comes from; texts of one corpus are alike, so none of them judges a table that another one made.</param>
/// <param name="Language">Its language, as a tag of BCP 47 or a name of a notation.</param>
/// <param name="Text">The text.</param>
/// <param name="Starts">A digit for each character of the text: how many tokens begin there.</param>
internal sealed record Document(string Corpus, string Language, string Text, string Starts)
{
    /// <summary>The text as pieces with features.</summary>
    [JsonIgnore]
    public IReadOnlyList<Piece> Pieces => _pieces ??= PieceRecorder.Record(this);

    private IReadOnlyList<Piece>? _pieces;
}

/// <summary>A word, ideograph or symbol.</summary>
/// <param name="Features">Numbers of its features over all tables.</param>
/// <param name="Length">Its number of characters.</param>
/// <param name="Tokens">The tokens that begin in it.</param>
internal sealed record Piece(int[] Features, int Length, int Tokens);
