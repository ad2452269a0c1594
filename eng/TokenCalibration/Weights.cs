namespace GeminiGen.TokenCalibration;

/// <summary>The weights of all features, learned by AdaGrad on the squared error of each piece.</summary>
internal sealed class Weights
{
    private const float LearningRate = 0.15f;
    private const int Passes = 3;

    private readonly float[] _values = new float[Total];

    private static int Total => Offset((TokenTable)TokenTables.Count);

    /// <summary>Where a table begins in the row of all features.</summary>
    public static int Offset(TokenTable table)
    {
        int offset = 0;
        for (TokenTable before = 0; before < table; before++)
        {
            offset += TokenTables.Size(before);
        }

        return offset;
    }

    /// <summary>Learns from documents, in an order that is the same each time.</summary>
    public static Weights Learn(IReadOnlyList<Document> documents)
    {
        Weights weights = new();
        weights.Guess();
        float[] gradients = new float[Total];
        Array.Fill(gradients, 0.01f);
        Weights sum = new();
        int added = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            Document[] order = [.. documents];
            new Random(pass).Shuffle(order);
            foreach (Document document in order)
            {
                foreach (Piece piece in document.Pieces)
                {
                    weights.Step(piece, gradients);
                }

                if (pass > 0)
                {
                    // The mean over all later steps: the last documents read would weigh too much otherwise.
                    sum.Add(weights);
                    added++;
                }
            }
        }

        return sum.Divide(added);
    }

    /// <summary>What a piece costs by these weights, in tokens.</summary>
    public double Estimate(Piece piece)
    {
        double sum = 0;
        foreach (int feature in piece.Features)
        {
            sum += _values[feature];
        }

        return Math.Max(0, sum);
    }

    /// <summary>The weights as they will be shipped: whole units in a signed byte.</summary>
    public Weights Quantize(int unit)
    {
        Weights rounded = new();
        for (int i = 0; i < _values.Length; i++)
        {
            rounded._values[i] = (float)Math.Clamp(Math.Round(_values[i] * unit), sbyte.MinValue, sbyte.MaxValue) / unit;
        }

        return rounded;
    }

    /// <summary>The weights of one table in units.</summary>
    public IEnumerable<sbyte> Table(TokenTable table, int unit)
        => Enumerable.Range(Offset(table), TokenTables.Size(table)).Select(i => (sbyte)Math.Round(_values[i] * unit));

    private void Add(Weights other)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] += other._values[i];
        }
    }

    private Weights Divide(int count)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] /= count;
        }

        return this;
    }

    // What no document shows keeps these: about 2.5 letters a token in an unknown alphabet, one token for an unknown sign.
    private void Guess()
    {
        for (int i = 0; i < TokenTables.Size(TokenTable.LetterPair); i++)
        {
            _values[Offset(TokenTable.LetterPair) + i] = 0.3f;
        }

        for (int i = 0; i < TokenTables.Size(TokenTable.SymbolPair); i++)
        {
            _values[Offset(TokenTable.SymbolPair) + i] = 1;
        }

        for (int i = 0; i < TokenTables.Size(TokenTable.WordKind); i++)
        {
            _values[Offset(TokenTable.WordKind) + i] = 0.3f;
        }
    }

    private void Step(Piece piece, float[] gradients)
    {
        float error = -piece.Tokens;
        foreach (int feature in piece.Features)
        {
            error += _values[feature];
        }

        foreach (int feature in piece.Features)
        {
            gradients[feature] += error * error;
            _values[feature] -= LearningRate * error / MathF.Sqrt(gradients[feature]);
        }
    }
}
