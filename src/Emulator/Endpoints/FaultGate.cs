using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>Takes the next scripted fault for a call and lets happen what comes before its answer.</summary>
internal sealed class FaultGate(FaultQueue faults, TimeProvider clock)
{
    public Task<EmulatorFault> PassAsync(bool streams, CancellationToken cancellationToken) => PassAsync(streams, deadline: null, cancellationToken);

    /// <param name="streams">Whether the answer would come in chunks.</param>
    /// <param name="deadline">How long the caller gives the server; what takes longer ends as the API ends it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<EmulatorFault> PassAsync(bool streams, TimeSpan? deadline, CancellationToken cancellationToken)
    {
        EmulatorFault fault = faults.Next();
        if (deadline is { } limit && (limit == TimeSpan.Zero || fault.IsSilent || fault.Delay > limit))
        {
            await Task.Delay(limit, clock, cancellationToken).ConfigureAwait(false);
            throw new ApiErrorException(ApiErrors.DeadlineExceeded());
        }

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
