using System.Runtime.CompilerServices;

namespace GeminiGen;

/// <summary>
/// Cuts a text into words, ideographs and symbols and names the features of each. A word takes the space before it along and ends where a capital follows a small letter,
/// as vocabularies have it.
/// </summary>
/// <param name="features">What receives the features.</param>
internal ref struct TokenScanner<TFeatures>(TFeatures features)
    where TFeatures : struct, ITokenFeatures
{
    // Marks the end of a word in its last pair; no small letter.
    private const int WordEnd = ' ';

    // Words in capitals are cut differently: their pairs have places of their own.
    private const int CapitalsOffset = 0x10000;

    private TFeatures _features = features;
    private int _previousSymbol = '\n';
    private bool _spacePending;

    private int _letters;
    private TokenBoundary _boundary;
    private int _script;
    private int _previousLetter;
    private bool _previousIsCapital;
    private bool _beginsWithCapital;
    private bool _isInCapitals;

    /// <summary>What received the features.</summary>
    public readonly TFeatures Features => _features;

    /// <summary>Reads one character, which begins and ends so many characters (bytes for UTF-8) from the start of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(int codePoint, int start, int end)
    {
        if (CharacterClass.IsLetter(codePoint))
        {
            ReadLetter(codePoint, start);
        }
        else
        {
            ReadOther(codePoint, start, end);
        }
    }

    /// <summary>Ends the text.</summary>
    public void Finish(int end)
    {
        EndWord(end);
        EndSpace(end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadLetter(int letter, int start)
    {
        bool capital = CharacterClass.IsCapital(letter);
        if (_letters > 0 && ((capital && !_previousIsCapital) || _letters == TokenTables.MaxLetters))
        {
            EndWord(start);
        }

        int small = CharacterClass.ToSmall(letter);
        if (_letters == 0)
        {
            BeginWord(letter, capital);
        }
        else
        {
            _isInCapitals = _letters == 1 ? _beginsWithCapital && capital : _isInCapitals;
            AddPair(small);
        }

        _letters++;
        _previousLetter = small;
        _previousIsCapital = capital;
    }

    private void BeginWord(int letter, bool capital)
    {
        _boundary = _spacePending ? TokenBoundary.Space : _previousSymbol == CharacterClass.Letter ? TokenBoundary.Letter : TokenBoundary.Other;
        _spacePending = false;
        _script = CharacterClass.Script(letter);
        _beginsWithCapital = capital;
        _isInCapitals = false;
    }

    private void EndWord(int end)
    {
        if (_letters == 0)
        {
            return;
        }

        AddPair(WordEnd);
        int kind = (_script * 3) + (int)_boundary;
        _features.Add(TokenTable.WordKind, (kind * 3) + (_isInCapitals ? 2 : _beginsWithCapital ? 1 : 0));
        _features.Add(TokenTable.WordLength, (kind * (TokenTables.MaxLetters + 1)) + _letters);
        _features.EndPiece(end);
        _letters = 0;
        _previousSymbol = CharacterClass.Letter;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddPair(int letter)
        => _features.Add(TokenTable.LetterPair, TokenHash.Of(_previousLetter + (_isInCapitals ? CapitalsOffset : 0), letter, TokenTables.LetterPairBits));

    private void ReadOther(int codePoint, int start, int end)
    {
        EndWord(start);
        if (codePoint == ' ')
        {
            // The last space of a run belongs to what follows.
            EndSpace(start);
            _spacePending = true;
            return;
        }

        if (_spacePending)
        {
            _previousSymbol = ' ';
            _spacePending = false;
        }

        bool ideograph = CharacterClass.IsIdeograph(codePoint);
        int symbol = ideograph ? CharacterClass.Ideograph : CharacterClass.Symbol(codePoint);
        if (ideograph)
        {
            _features.Add(TokenTable.Ideograph, TokenHash.Of(codePoint, TokenTables.IdeographBits));
        }

        _features.Add(TokenTable.SymbolPair, TokenHash.Of(_previousSymbol, symbol, TokenTables.SymbolPairBits));
        _features.EndPiece(end);
        _previousSymbol = symbol;
    }

    private void EndSpace(int end)
    {
        if (_spacePending)
        {
            _features.Add(TokenTable.SymbolPair, TokenHash.Of(_previousSymbol, ' ', TokenTables.SymbolPairBits));
            _features.EndPiece(end);
            _previousSymbol = ' ';
            _spacePending = false;
        }
    }
}
