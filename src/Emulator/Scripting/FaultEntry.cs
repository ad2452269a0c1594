using GeminiGen.Emulator.Endpoints;

namespace GeminiGen.Emulator.Scripting;

/// <summary>A scripted fault and how far it was used.</summary>
internal sealed class FaultEntry(EmulatorFault fault)
{
    private int _seen;

    public EmulatorFault Fault { get; } = fault;

    /// <summary>How many calls it is still for; null for every one.</summary>
    public int? Left { get; private set; } = fault.IsForEveryCall ? null : fault.Calls;

    public bool IsUsedUp => Left == 0;

    /// <summary>Whether it is for this call. Each call is shown to each entry once, so that the n-th is the n-th whatever else is scripted.</summary>
    public bool IsFor(ModelCall? call)
    {
        if (Fault.Condition is not { } condition)
        {
            return true;
        }

        return call is not null && condition.Fits(call) && (condition.Call is not { } wanted || ++_seen == wanted);
    }

    public void Use() => Left--;
}
