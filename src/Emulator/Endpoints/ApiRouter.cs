using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>Takes every request: records it, finds its endpoint, and turns whatever goes wrong into the API's error body.</summary>
internal sealed class ApiRouter
{
    private readonly GeminiEmulatorOptions _options;
    private readonly RequestLog _log;
    private readonly CancellationToken _stopping;
    private readonly ModelsEndpoint _models;
    private readonly GenerateEndpoint _generate;
    private readonly CountTokensEndpoint _countTokens;
    private readonly EmbedEndpoint _embed;
    private readonly FilesEndpoint _files;
    private readonly UploadEndpoint _uploads;

    public ApiRouter(GeminiEmulatorOptions options, RequestLog log, FaultQueue faults, FaultQueue uploadFaults, CancellationToken stopping)
    {
        _options = options;
        _log = log;
        _stopping = stopping;
        var directory = new ModelDirectory(options.TimeProvider);
        var faultGate = new FaultGate(faults, options.TimeProvider);
        _models = new ModelsEndpoint(directory, options.ApiKey);
        var files = new FileStore(options);
        _generate = new GenerateEndpoint(directory, files, faultGate, options);
        _files = new FilesEndpoint(files, options.ApiKey);
        _uploads = new UploadEndpoint(files, new FaultGate(uploadFaults, options.TimeProvider), options.ApiKey);
        _embed = new EmbedEndpoint(directory, faultGate, options);
        _countTokens = new CountTokensEndpoint(directory, faultGate, options);
    }

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-gemini-emulator"] = "true";
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
        RecordedRequest? recorded = null;
        RequestEnding ending = RequestEnding.ClosedByServer;
        try
        {
            recorded = await RequestRecorder.ReadAsync(context.Request, _options.TimeProvider, cancellation.Token).ConfigureAwait(false);
            _log.Add(recorded);
            await AnswerAsync(context, recorded, cancellation.Token).ConfigureAwait(false);
            ending = RequestEnding.Answered;
        }
        catch (ApiErrorException exception)
        {
            await WriteErrorAsync(context, exception.Error, exception.InArray).ConfigureAwait(false);
            ending = RequestEnding.Answered;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            ending = RequestEnding.ClosedByClient;
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        catch (Exception exception) when (exception is not StreamBrokenException && !context.Response.HasStarted)
        {
            await WriteErrorAsync(context, new ApiError(500, "INTERNAL", $"The emulator itself failed: {exception}"), inArray: false).ConfigureAwait(false);
        }
        finally
        {
            recorded?.End(ending);
        }
    }

    private Task AnswerAsync(HttpContext context, RecordedRequest recorded, CancellationToken cancellationToken)
    {
        if (FilePath.Parse(recorded.Path) is { } file)
        {
            var upload = new Exchange(context, recorded, default, cancellationToken);
            return !file.IsUpload ? _files.AnswerAsync(upload, file.Id)
                : recorded.Method == "POST" ? _uploads.AnswerAsync(upload)
                : throw new ApiErrorException(ApiErrors.PathNotFound(recorded.Path));
        }

        if (ApiPath.Parse(recorded.Path) is not { } path)
        {
            throw new ApiErrorException(ApiErrors.PathNotFound(recorded.Path));
        }

        var exchange = new Exchange(context, recorded, path, cancellationToken);
        return (recorded.Method, path.Model, path.Method) switch
        {
            ("GET", null, null) => _models.ListAsync(exchange),
            ("GET", not null, null) => _models.GetAsync(exchange),
            ("POST", not null, "generateContent") => _generate.AnswerAsync(exchange),
            ("POST", not null, "streamGenerateContent") => _generate.StreamAsync(exchange),
            ("POST", not null, "embedContent") => _embed.AnswerAsync(exchange),
            ("POST", not null, "batchEmbedContents") => _embed.AnswerBatchAsync(exchange),
            ("POST", not null, "countTokens") => _countTokens.AnswerAsync(exchange),
            _ => throw new ApiErrorException(ApiErrors.PathNotFound(recorded.Path)),
        };
    }

    private static Task WriteErrorAsync(HttpContext context, ApiError error, bool inArray)
    {
        bool stream = context.Request.Path.Value!.EndsWith(":streamGenerateContent", StringComparison.Ordinal);
        bool events = Exchange.WantsEvents(context.Request);
        return ErrorWriter.WriteAsync(context, error, inArray || (stream && !events), asEvents: stream && events);
    }
}
