namespace GeminiGen.Generated.Tests.Models;

/// <summary>A contract whose answer uses types that use types, each twice.</summary>
[GeminiPrompts(Model = "gemini-3.8-flash")]
public partial interface IWideDesk
{
    /// <summary>Reads.</summary>
    [Prompt("Read {text}")]
    Task<Wide> ReadAsync(string text, CancellationToken cancellationToken = default);
}

/// <summary>Twice all that is below.</summary>
public sealed record Wide(Wide1 Left, Wide1? Right);

/// <summary>Twice all that is below.</summary>
public sealed record Wide1(Wide2 Left, IReadOnlyList<Wide2> Right);

/// <summary>Twice all that is below.</summary>
public sealed record Wide2(Wide3 Left, Wide3 Right);

/// <summary>Twice all that is below.</summary>
public sealed record Wide3(Wide4 Left, Wide4 Right);

/// <summary>Twice all that is below.</summary>
public sealed record Wide4(Wide5 Left, Wide5 Right);

/// <summary>Twice all that is below.</summary>
public sealed record Wide5(Wide6 Left, Wide6 Right);

/// <summary>Twice all that is below.</summary>
public sealed record Wide6(Wide7 Left, Wide7 Right);

/// <summary>Two texts.</summary>
public sealed record Wide7(string Left, string Right);
