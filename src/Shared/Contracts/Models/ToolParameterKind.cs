namespace GeminiGen;

/// <summary>Where a parameter of a function gets its value from.</summary>
internal enum ToolParameterKind
{
    /// <summary>From the model.</summary>
    Argument,

    /// <summary>From the services.</summary>
    Service,

    /// <summary>It is the services themselves.</summary>
    Services,

    /// <summary>It is the call's cancellation token.</summary>
    CancellationToken,
}
