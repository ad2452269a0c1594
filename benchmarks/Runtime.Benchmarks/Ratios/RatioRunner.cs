namespace GeminiGen.Benchmarks.Ratios;

/// <summary>
/// Compares each row's candidate with its reference in one process, in short alternating batches, so that noise of the machine meets
/// both alike; the order inside a pair alternates as well.
/// </summary>
internal static class RatioRunner
{
    private const int PatienceBatches = 30;

    /// <summary>Measures the rows and prints one line for each as it is done.</summary>
    internal static async Task RunAsync(IReadOnlyList<RatioRow> rows, int rounds)
    {
        foreach (RatioRow row in rows)
        {
            await WarmUpAsync(row).ConfigureAwait(false);
        }

        Console.WriteLine(RatioResult.TableHead);
        foreach (RatioRow row in rows)
        {
            await WarmUpAsync(row).ConfigureAwait(false);
            Console.WriteLine(await MeasureAsync(row, rounds).ConfigureAwait(false));
        }
    }

    private static async Task<RatioResult> MeasureAsync(RatioRow row, int rounds)
    {
        var result = new RatioResult(row);
        for (int round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
            {
                Sample reference = await Sample.TakeAsync(row.Reference, row.CallsPerBatch).ConfigureAwait(false);
                result.Add(reference, await Sample.TakeAsync(row.Candidate, row.CallsPerBatch).ConfigureAwait(false));
            }
            else
            {
                Sample candidate = await Sample.TakeAsync(row.Candidate, row.CallsPerBatch).ConfigureAwait(false);
                result.Add(await Sample.TakeAsync(row.Reference, row.CallsPerBatch).ConfigureAwait(false), candidate);
            }
        }

        return result;
    }

    /// <summary>
    /// Calls both sides until neither gets faster any more, that is until the JIT has promoted their hot methods to the last tier: on a busy
    /// machine its background thread needs many seconds for that.
    /// </summary>
    private static async Task WarmUpAsync(RatioRow row)
    {
        double best = double.MaxValue;
        for (int since = 0; since < PatienceBatches; since++)
        {
            Sample reference = await Sample.TakeAsync(row.Reference, row.CallsPerBatch).ConfigureAwait(false);
            Sample candidate = await Sample.TakeAsync(row.Candidate, row.CallsPerBatch).ConfigureAwait(false);
            double cpu = reference.Cpu + candidate.Cpu;
            if (cpu < best * 0.99)
            {
                (best, since) = (cpu, 0);
            }

            // Promoted code is installed only after 100 ms in which no new method was started.
            await Task.Delay(150).ConfigureAwait(false);
        }
    }
}
