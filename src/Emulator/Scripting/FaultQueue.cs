using GeminiGen.Emulator.Endpoints;

namespace GeminiGen.Emulator.Scripting;

/// <summary>The scripted faults: a call gets the first, in the order in which they were added, that is for it.</summary>
internal sealed class FaultQueue
{
    private readonly Lock _gate = new();
    private readonly List<FaultEntry> _entries = [];

    public void Add(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _entries.Add(new FaultEntry(fault));
        }
    }

    /// <param name="call">The call to a model; null for a request to none, which takes what has no condition.</param>
    public EmulatorFault Next(ModelCall? call)
    {
        lock (_gate)
        {
            FaultEntry? next = null;
            foreach (FaultEntry entry in _entries)
            {
                if (entry.IsFor(call))
                {
                    next ??= entry;
                }
            }

            if (next is null)
            {
                return EmulatorFault.None;
            }

            next.Use();
            if (next.IsUsedUp)
            {
                _entries.Remove(next);
            }

            return next.Fault;
        }
    }

    /// <summary>What is left, in order: what happens, and to how many calls; null for every one.</summary>
    public IReadOnlyList<(EmulatorFault Fault, int? Left)> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries.Select(entry => (entry.Fault, entry.Left))];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }
}
