using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Quotas;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>What a call passes before it is answered: the quota, then the script.</summary>
internal sealed class FaultGate(FaultQueue faults, TimeProvider clock, QuotaLedger? quotas = null)
{
    /// <summary>For a request to no model, such as an upload.</summary>
    public Task<EmulatorFault> PassAsync(Exchange exchange) => PlayAsync(faults.Next(call: null), exchange, streams: false, deadline: null);

    /// <summary>For a call to a model. One that takes longer than its caller gives the server ends as the API ends it.</summary>
    public Task<EmulatorFault> PassAsync(ModelCall call)
    {
        call.Exchange.Call.Told(call);
        quotas?.Take(call);
        return PlayAsync(faults.Next(call), call.Exchange, call.Streams, call.Exchange.Deadline);
    }

    private async Task<EmulatorFault> PlayAsync(EmulatorFault fault, Exchange exchange, bool streams, TimeSpan? deadline)
    {
        exchange.Call.Told(fault);
        if (deadline is { } limit && (limit == TimeSpan.Zero || fault.IsSilent || fault.Delay > limit))
        {
            await Task.Delay(limit, clock, exchange.Token).ConfigureAwait(false);
            throw new ApiErrorException(ApiErrors.DeadlineExceeded());
        }

        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, clock, exchange.Token).ConfigureAwait(false);
        }

        if (fault.IsSilent)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, exchange.Token).ConfigureAwait(false);
        }

        if (fault.CutAfterBytes is { } bytes)
        {
            exchange.Call.Body.CutAfter(bytes);
        }

        if (fault.Error is { } error && !(streams && fault.ErrorAfterChunks is not null))
        {
            throw new ApiErrorException(error, fault.IsInArray);
        }

        return fault;
    }
}
