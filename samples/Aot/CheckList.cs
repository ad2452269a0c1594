namespace AotSample;

/// <summary>Runs checks one after another and counts them.</summary>
internal sealed class CheckList
{
    /// <summary>Checks that held.</summary>
    public int Passed { get; private set; }

    /// <summary>Checks that did not hold, or threw.</summary>
    public int Failed { get; private set; }

    /// <summary>Runs a check, which returns what it saw and throws when that is wrong.</summary>
    public async Task RunAsync(string name, Func<Task<string>> check)
    {
        try
        {
            string seen = await check();
            Passed++;
            Console.WriteLine($"passed  {name}: {seen.ReplaceLineEndings(" ")}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed++;
            Console.WriteLine($"FAILED  {name}: {e}");
        }
    }

    /// <summary>Throws unless a condition holds.</summary>
    public static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Expected {what}.");
        }
    }
}
