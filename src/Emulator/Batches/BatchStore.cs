using System.Globalization;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Batches;

/// <summary>The batches of the one project there is.</summary>
internal sealed class BatchStore(GeminiEmulatorOptions options)
{
    /// <summary>The API's limit for batches that are not done.</summary>
    private const int MaxOpen = 100;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, BatchJob> _jobs = new(StringComparer.Ordinal);
    private int _created;

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Adds a batch.</summary>
    /// <param name="create">Makes it, of its id and its times.</param>
    /// <exception cref="ApiErrorException">Too many are open.</exception>
    public BatchJob Add(Func<string, BatchTimes, BatchJob> create)
    {
        lock (_gate)
        {
            DateTimeOffset now = Now;
            if (_jobs.Values.Count(job => job.StateAt(now) is BatchState.Pending or BatchState.Running) >= MaxOpen)
            {
                throw new ApiErrorException(new ApiError(429, "RESOURCE_EXHAUSTED", "At most 100 batches can be open at once; wait for one, or cancel it."));
            }

            string id = string.Create(CultureInfo.InvariantCulture, $"emulated{++_created:d6}");
            DateTimeOffset started = now + options.BatchPendingTime;
            return _jobs[id] = create(id, new BatchTimes(now, started, started + options.BatchRunningTime));
        }
    }

    /// <exception cref="ApiErrorException">There is none.</exception>
    public BatchJob Find(string id)
    {
        lock (_gate)
        {
            return _jobs.TryGetValue(id, out BatchJob? job) ? job : throw new ApiErrorException(ApiErrors.NotFound($"The batch {id} does not exist."));
        }
    }

    public IReadOnlyList<BatchJob> All()
    {
        lock (_gate)
        {
            return [.. _jobs.Values];
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            Find(id);
            _jobs.Remove(id);
        }
    }
}
