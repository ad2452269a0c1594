namespace GeminiGen.TestHarness;

/// <summary>Tells what some code allocates.</summary>
public static class Allocations
{
    /// <summary>How often the code runs.</summary>
    public const int Rounds = 5;

    /// <summary>
    /// The bytes of the round that allocates least. The runtime itself allocates now and then on the thread it compiles on, which is no fault of the code; what
    /// the code allocates, it allocates in each round.
    /// </summary>
    /// <param name="action">The code, made for the round; what making it allocates does not count.</param>
    public static long Fewest(Func<Action> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        long fewest = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            Action run = action();
            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
