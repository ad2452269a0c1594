using System.Globalization;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Exchanges;
using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Recording;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Routing;

/// <summary>Takes every request: records it, finds its route, and turns whatever goes wrong into the API's error body.</summary>
internal sealed class ApiRouter(EmulatorState state, IReadOnlyList<Route> routes, CancellationToken stopping)
{
    private readonly GeminiEmulatorOptions _options = state.Options;
    private readonly ExchangeRecorder? _recorder = state.Options.RecordFolder is { } folder ? new ExchangeRecorder(folder, state.Options.Warnings, state.Secrets) : null;
    private readonly ExchangeReplay? _replay = state.Options.ReplayFolder is { } folder ? new ExchangeReplay(folder, state.Secrets) : null;

    private int KeptBytes => _recorder is not null ? int.MaxValue : _options.RecentCalls > 0 ? ObservedCall.KeptBytes : 0;

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-gemini-emulator"] = "true";
        long began = _options.TimeProvider.GetTimestamp();
        context.Response.OnStarting(() =>
        {
            double milliseconds = Math.Round(_options.TimeProvider.GetElapsedTime(began).TotalMilliseconds);
            context.Response.Headers["server-timing"] = string.Create(CultureInfo.InvariantCulture, $"gfet4t7; dur={milliseconds}");
            return Task.CompletedTask;
        });
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        (Route? route, RouteValues values) = Find(context.Request);
        var call = new ObservedCall(context.Response, _options.TimeProvider, route?.IsOwn == true ? 0 : KeptBytes);
        RecordedRequest? recorded = null;
        RequestEnding ending = RequestEnding.ClosedByServer;
        try
        {
            recorded = await RequestRecorder.ReadAsync(context.Request, _options, state.Secrets, cancellation.Token).ConfigureAwait(false);
            if (route is not { IsOwn: true })
            {
                state.Requests.Add(recorded);
                call.Begin(recorded);
                state.Calls.Add(call);
            }

            await AnswerAsync(new Exchange(context, recorded, values, cancellation.Token) { Call = call }, route).ConfigureAwait(false);
            ending = RequestEnding.Answered;
        }
        catch (ApiErrorException exception)
        {
            await ErrorWriter.WriteAsync(context, exception.Error, route?.Errors ?? ErrorShape.Plain, exception.InArray).ConfigureAwait(false);
            ending = RequestEnding.Answered;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            ending = RequestEnding.ClosedByClient;
        }
        catch (BadHttpRequestException exception)
        {
            // Half a request, or one that breaks the rules of HTTP in its middle.
            var error = new ApiError(exception.StatusCode, "INVALID_ARGUMENT", exception.Message);
            await ErrorWriter.WriteAsync(context, error, route?.Errors ?? ErrorShape.Plain, inArray: false).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || (exception is StreamBrokenException && !context.Response.HasStarted))
        {
            context.Abort();
        }
        catch (Exception exception) when (exception is not StreamBrokenException && !context.Response.HasStarted)
        {
            await _options.Warnings.WriteLineAsync($"WARNING: the emulator itself failed at {context.Request.Method} {context.Request.Path}: {exception}").ConfigureAwait(false);
            var error = new ApiError(500, "INTERNAL", $"The emulator itself failed: {exception.GetType().Name}: {exception.Message}");
            await ErrorWriter.WriteAsync(context, error, route?.Errors ?? ErrorShape.Plain, inArray: false).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(recorded, call, context.Response, ending, isOwn: route?.IsOwn == true).ConfigureAwait(false);
        }
    }

    private Task AnswerAsync(Exchange exchange, Route? route) =>
        _replay is not null && route is not { IsOwn: true } ? _replay.AnswerAsync(exchange)
        : route is not null ? route.Answer(exchange)
        : throw new ApiErrorException(ApiErrors.PathNotFound(exchange.Recorded.Path));

    private async Task EndAsync(RecordedRequest? recorded, ObservedCall call, HttpResponse response, RequestEnding ending, bool isOwn)
    {
        if (recorded is not null && !isOwn)
        {
            call.End(response, ending);
            if (_recorder is not null)
            {
                await _recorder.SaveAsync(recorded, call).ConfigureAwait(false);
            }
        }

        recorded?.End(ending);
    }

    private (Route? Route, RouteValues Values) Find(HttpRequest request)
    {
        (string[] segments, string? verb) = RoutePattern.Split(request.Path.Value ?? "/");
        foreach (Route route in routes)
        {
            if (route.Method == request.Method && route.Pattern.Match(segments, verb) is { } values)
            {
                return (route, values);
            }
        }

        return (null, new RouteValues());
    }
}
