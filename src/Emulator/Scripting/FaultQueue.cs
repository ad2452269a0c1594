namespace GeminiGen.Emulator.Scripting;

/// <summary>The scripted faults, handed out one a call in the order in which they were added.</summary>
internal sealed class FaultQueue
{
    private readonly Lock _gate = new();
    private readonly Queue<EmulatorFault> _faults = new();

    public void Add(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            for (int i = 0; i < fault.Calls; i++)
            {
                _faults.Enqueue(fault);
            }
        }
    }

    public EmulatorFault Next()
    {
        lock (_gate)
        {
            return _faults.TryDequeue(out EmulatorFault? fault) ? fault : EmulatorFault.None;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }
}
