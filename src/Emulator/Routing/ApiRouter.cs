using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Recording;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Routing;

/// <summary>Takes every request: records it, finds its route, and turns whatever goes wrong into the API's error body.</summary>
internal sealed class ApiRouter(GeminiEmulatorOptions options, RequestLog log, IReadOnlyList<Route> routes, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-gemini-emulator"] = "true";
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        (Route? route, RouteValues values) = Find(context.Request);
        RecordedRequest? recorded = null;
        RequestEnding ending = RequestEnding.ClosedByServer;
        try
        {
            recorded = await RequestRecorder.ReadAsync(context.Request, options, cancellation.Token).ConfigureAwait(false);
            log.Add(recorded);
            var exchange = new Exchange(context, recorded, values, cancellation.Token);
            await (route ?? throw new ApiErrorException(ApiErrors.PathNotFound(recorded.Path))).Answer(exchange).ConfigureAwait(false);
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
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        catch (Exception exception) when (exception is not StreamBrokenException && !context.Response.HasStarted)
        {
            var error = new ApiError(500, "INTERNAL", $"The emulator itself failed: {exception}");
            await ErrorWriter.WriteAsync(context, error, route?.Errors ?? ErrorShape.Plain, inArray: false).ConfigureAwait(false);
        }
        finally
        {
            recorded?.End(ending);
        }
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
