namespace GeminiGen.Emulator.Errors;

/// <summary>Ends a request with an error of the API; caught where the request was routed.</summary>
internal sealed class ApiErrorException(ApiError error, bool inArray = false) : Exception(error.Message)
{
    public ApiError Error { get; } = error;

    /// <summary>Whether the body is wrapped in an array.</summary>
    public bool InArray { get; } = inArray;
}
