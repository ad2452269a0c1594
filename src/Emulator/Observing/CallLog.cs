namespace GeminiGen.Emulator.Observing;

/// <summary>The last calls, as many as the options say.</summary>
internal sealed class CallLog(GeminiEmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<ObservedCall> _calls = new();
    private int _received;

    /// <summary>How many calls there were since the start or the last <see cref="Clear"/>.</summary>
    public int Received => Volatile.Read(ref _received);

    public void Add(ObservedCall call)
    {
        lock (_gate)
        {
            call.Number = ++_received;
            if (options.RecentCalls > 0)
            {
                while (_calls.Count >= options.RecentCalls)
                {
                    _calls.Dequeue();
                }

                _calls.Enqueue(call);
            }
        }
    }

    /// <summary>The calls that are kept, newest first.</summary>
    public IReadOnlyList<ObservedCall> Snapshot()
    {
        lock (_gate)
        {
            return [.. _calls.Reverse()];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _received = 0;
        }
    }
}
