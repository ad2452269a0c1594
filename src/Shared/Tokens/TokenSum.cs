using System.Runtime.CompilerServices;

namespace GeminiGen;

/// <summary>Adds up what the pieces of a text cost.</summary>
internal struct TokenSum : ITokenFeatures
{
    private int _piece;
    private long _total;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(TokenTable table, int index) => _piece += (sbyte)(table switch
    {
        TokenTable.WordKind => TokenWeights.WordKind[index],
        TokenTable.WordLength => TokenWeights.WordLength[index],
        TokenTable.LetterPair => TokenWeights.LetterPair[index],
        TokenTable.Ideograph => TokenWeights.Ideograph[index],
        _ => TokenWeights.SymbolPair[index],
    });

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndPiece(int end)
    {
        _total += Math.Max(0, _piece);
        _piece = 0;
    }

    /// <summary>The sum in whole tokens.</summary>
    /// <param name="length">The text's length: no text but the empty one is free.</param>
    public readonly int ToTokens(int length)
        => length == 0 ? 0 : (int)Math.Min(int.MaxValue, Math.Max(1, (_total + (TokenWeights.Unit / 2)) / TokenWeights.Unit));
}
