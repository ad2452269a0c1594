using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>Takes the next scripted fault for a call and lets happen what comes before its answer.</summary>
internal sealed class FaultGate(FaultQueue faults, TimeProvider clock)
{
    public async Task<EmulatorFault> PassAsync(bool streams, CancellationToken cancellationToken)
    {
        EmulatorFault fault = faults.Next();
        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, clock, cancellationToken).ConfigureAwait(false);
        }

        if (fault.IsSilent)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }

        if (fault.Error is { } error && !(streams && fault.ErrorAfterChunks is not null))
        {
            throw new ApiErrorException(error, fault.IsInArray);
        }

        return fault;
    }
}
