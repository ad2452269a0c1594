using System.Text;
using GeminiGen.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>Runs the functions the model calls in one call of a contract's method.</summary>
/// <param name="tools">The functions.</param>
/// <param name="request">Knows the instances and services.</param>
/// <param name="gate">The conversation the call holds, or <see langword="null"/>.</param>
/// <param name="settings">The client's settings.</param>
/// <param name="logger">Is told of functions that fail.</param>
internal sealed class ToolRunner(PromptToolSet tools, DialogRequest request, ConversationGate? gate, ClientSettings settings, ILogger logger)
{
    private readonly List<ToolCall> _calls = [];
    private int _rounds;

    /// <summary>What has been called so far.</summary>
    internal IReadOnlyList<ToolCall> Calls => _calls;

    private ToolApproval? Approval => request.Approval ?? settings.ToolApproval;

    /// <summary>Makes sure that nothing is offered that nobody could allow, or that could not be called.</summary>
    /// <exception cref="GeminiConfigurationException">A function needs an approval, and there is nobody to ask; or an instance, and there is none.</exception>
    internal void Check()
    {
        foreach (PromptTool tool in tools.Tools)
        {
            if (tools.NeedsApproval(tool) && Approval is null)
            {
                throw new GeminiConfigurationException(
                    $"The function {tool.Name}, which {request.Method} offers, needs an approval, and there is nobody to ask. Set GeminiOptions.ToolApproval, or give the method a ToolApproval parameter. No request was sent.");
            }

            if (tool.Target is { } target && !ToolTargets.MayHave(target, request.Targets, request.Services))
            {
                throw new GeminiConfigurationException(ToolTargets.Missing(tool.Name, target) + " No request was sent.");
            }
        }
    }

    /// <summary>Runs calls and gives the turn with their results, as JSON.</summary>
    /// <exception cref="GeminiToolException">The model has called functions often enough, one threw that may not, or the arguments of one came in pieces.</exception>
    internal async ValueTask<byte[]> RunAsync(IReadOnlyList<FunctionCall> functions, CancellationToken cancellationToken)
    {
        if (++_rounds > tools.MaxRounds)
        {
            throw new GeminiToolException(
                FormattableString.Invariant($"{request.Method}: the model called functions more than {tools.MaxRounds} times without answering, the limit of [Tools(MaxRounds = …)]. Raise it, or look at ToolCalls: a model in a circle usually gets errors back."))
            {
                ToolCalls = [.. _calls],
            };
        }

        if (functions.FirstOrDefault(static function => function.IsPartial) is { } partial)
        {
            throw new GeminiToolException(
                $"{request.Method}: the arguments of {partial.Name} came in pieces, which are not put together here, and nothing was run. They come so only when asked for: whatever adds streamFunctionCallArguments to the requests (a handler, a proxy) has to leave it out.")
            {
                ToolCalls = [.. _calls],
            };
        }

        ToolCall[] calls = new ToolCall[functions.Count];
        for (int i = 0; i < calls.Length; i++)
        {
            calls[i] = new ToolCall(functions[i].Id, functions[i].Name, Encoding.UTF8.GetString(functions[i].Arguments), _rounds);
            await AskAsync(calls[i], cancellationToken).ConfigureAwait(false);
        }

        _calls.AddRange(calls);
        await RunAllAsync(calls, functions, cancellationToken).ConfigureAwait(false);
        return WriteResults(calls);
    }

    private async ValueTask AskAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (tools.Find(call.Name) is not { } tool || !tools.NeedsApproval(tool))
        {
            return;
        }

        ConversationGate.EnterTools(gate);
        ToolDecision decision = await Approval!(call, cancellationToken).ConfigureAwait(false);
        if (!decision.IsApproved)
        {
            call.IsDenied = true;
            call.Response = ErrorOf(decision.Reason is null ? "The user did not allow this call." : "The user did not allow this call: " + decision.Reason);
        }
    }

    private Task RunAllAsync(ToolCall[] calls, IReadOnlyList<FunctionCall> functions, CancellationToken cancellationToken)
    {
        if (calls.Length == 1)
        {
            return RunOneAsync(calls[0], functions[0], cancellationToken);
        }

        // Functions that do not wait for anything shall run at once, too.
        Task[] running = new Task[calls.Length];
        for (int i = 0; i < calls.Length; i++)
        {
            ToolCall call = calls[i];
            FunctionCall function = functions[i];
            running[i] = Task.Run(() => RunOneAsync(call, function, cancellationToken), cancellationToken);
        }

        return Task.WhenAll(running);
    }

    private async Task RunOneAsync(ToolCall call, FunctionCall function, CancellationToken cancellationToken)
    {
        if (call.IsDenied)
        {
            return;
        }

        if (tools.Find(call.Name) is not { } tool)
        {
            call.Response = ErrorOf($"There is no function '{call.Name}'.");
            return;
        }

        ConversationGate.EnterTools(gate);
        long started = settings.Clock.GetTimestamp();
        try
        {
            byte[]? result = await InvokeAsync(tool, function, cancellationToken).ConfigureAwait(false);
            call.Response = "{\"output\":" + (result is null ? "\"Done.\"" : Encoding.UTF8.GetString(result)) + "}";
        }
        catch (Exception exception) when (exception is not GeminiConfigurationException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            Fail(call, exception);
        }
        finally
        {
            call.Duration = settings.Clock.GetElapsedTime(started);
        }
    }

    private async ValueTask<byte[]?> InvokeAsync(PromptTool tool, FunctionCall function, CancellationToken cancellationToken)
    {
        // A scope for each function: those that run at once must not share what is made for one user at a time.
        AsyncServiceScope? scope = (request.Services?.GetService(typeof(IServiceScopeFactory)) as IServiceScopeFactory)?.CreateAsyncScope();
        try
        {
            ToolInvocation invocation = new(tool.Name, function.Arguments, request.Targets, scope?.ServiceProvider ?? request.Services, cancellationToken);
            return await invocation.RunAsync(tool).ConfigureAwait(false);
        }
        finally
        {
            if (scope is { } opened)
            {
                await opened.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private void Fail(ToolCall call, Exception exception)
    {
        call.Error = exception;
        if (exception is ToolArgumentException)
        {
            call.Response = ErrorOf(exception.Message);
            return;
        }

        if (tools.OnError == ToolErrorHandling.Throw)
        {
            throw new GeminiToolException($"{request.Method}: the function {call.Name} threw {exception.GetType().Name}. InnerException holds it.", exception) { ToolCalls = [.. _calls] };
        }

        Log.ToolFailed(logger, exception, call.Name, request.Method.ToString());
        call.Response = ErrorOf(tools.OnError == ToolErrorHandling.Report ? exception.Message : "The function failed.");
    }

    private static string ErrorOf(string message)
    {
        using PooledUtf8Buffer json = new();
        json.Append("{\"error\":\""u8);
        JsonText.AppendEscaped(json, message);
        json.Append("\"}"u8);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private static byte[] WriteResults(ToolCall[] calls)
    {
        using PooledUtf8Buffer turn = new();
        turn.Append("{\"role\":\"user\",\"parts\":["u8);
        for (int i = 0; i < calls.Length; i++)
        {
            turn.Append(i > 0 ? ",{\"functionResponse\":{"u8 : "{\"functionResponse\":{"u8);
            if (calls[i].Id is { } id)
            {
                turn.Append("\"id\":\""u8);
                JsonText.AppendEscaped(turn, id);
                turn.Append("\","u8);
            }

            turn.Append("\"name\":\""u8);
            JsonText.AppendEscaped(turn, calls[i].Name);
            turn.Append("\",\"response\":"u8);
            turn.Append(Encoding.UTF8.GetBytes(calls[i].Response!));
            turn.Append("}}"u8);
        }

        turn.Append("]}"u8);
        return turn.WrittenSpan.ToArray();
    }
}
