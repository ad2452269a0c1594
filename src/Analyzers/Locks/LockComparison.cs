namespace GeminiGen.Analyzers.Locks;

/// <summary>The rows of the file and those of the contracts, side by side.</summary>
internal sealed class LockComparison
{
    private readonly List<LockRow> _leftOver;
    private readonly List<LockRow> _missing = [];
    private readonly List<(LockRow Recorded, LockRow Now)> _pairs = [];

    private LockComparison(IEnumerable<LockRow> recorded) => _leftOver = [.. recorded];

    /// <summary>Rows of the file without a method.</summary>
    public IReadOnlyList<LockRow> LeftOver => _leftOver;

    /// <summary>Methods without a row in the file.</summary>
    public IReadOnlyList<LockRow> Missing => _missing;

    /// <summary>Methods with their rows.</summary>
    public IReadOnlyList<(LockRow Recorded, LockRow Now)> Pairs => _pairs;

    /// <summary>Compares.</summary>
    /// <param name="recorded">The rows of the file that are about this compilation's framework.</param>
    /// <param name="now">What the generator tells.</param>
    public static LockComparison Create(IEnumerable<LockRow> recorded, IReadOnlyList<LockRow> now)
    {
        LockComparison comparison = new(recorded);
        LockRow[] served = [.. now.Where(static row => !row.IsFault)];
        comparison.Pair(served, static (before, after) => before.Contract == after.Contract && before.Signature == after.Signature);

        // What is left is found by its name: a parameter more is a change of the method, not another method.
        LockRow[] left = [.. comparison._missing];
        comparison._missing.Clear();
        comparison.Pair(left, static (before, after) => before.Name == after.Name);
        comparison._leftOver.RemoveAll(before => now.Any(after => after.IsFault && after.Name == before.Name));
        return comparison;
    }

    private void Pair(IEnumerable<LockRow> rows, Func<LockRow, LockRow, bool> isSame)
    {
        foreach (LockRow now in rows)
        {
            int index = _leftOver.FindIndex(recorded => isSame(recorded, now));
            if (index < 0)
            {
                _missing.Add(now);
                continue;
            }

            _pairs.Add((_leftOver[index], now));
            _leftOver.RemoveAt(index);
        }
    }
}
