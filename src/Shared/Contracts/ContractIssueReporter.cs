using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Takes the issues of one contract: hands them on and keeps the first error of the member at hand, which is why it cannot be served.</summary>
/// <param name="sink">Takes the issues, or null when nobody wants them.</param>
internal sealed class ContractIssueReporter(Action<ContractIssue>? sink)
{
    /// <summary>Whether anybody takes the issues; if not, locations need not be computed.</summary>
    public bool IsListening => sink is not null;

    /// <summary>Whether issues are kept back, because another contract's analysis reports them.</summary>
    public bool IsMuted { get; set; }

    /// <summary>The first error since <see cref="BeginMember"/>, as an exception says it.</summary>
    public string? FirstError { get; private set; }

    /// <summary>Starts a member.</summary>
    public void BeginMember(bool isMuted)
    {
        IsMuted = isMuted;
        FirstError = null;
    }

    /// <summary>Reports what keeps the member at hand from being served.</summary>
    public void Error(string id, Location location, params string[] arguments)
        => Error(id, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <inheritdoc cref="Error(string, Location, string[])"/>
    public void Error(string id, Location location, ImmutableDictionary<string, string?> properties, params string[] arguments)
    {
        Fail(id, arguments);
        Warn(id, location, properties, arguments);
    }

    /// <summary>Keeps the member at hand from being served without a report, because the compiler has one.</summary>
    public void Fail(string id, params string[] arguments) => FirstError ??= ContractMessages.Format(id, arguments);

    /// <summary>Keeps the member at hand from being served, for a reason that is already a sentence.</summary>
    public void Fail(string? message) => FirstError ??= message;

    /// <summary>Reports what does not.</summary>
    public void Warn(string id, Location location, ImmutableDictionary<string, string?> properties, params string[] arguments)
    {
        if (!IsMuted)
        {
            sink?.Invoke(new ContractIssue(id, location, arguments, properties));
        }
    }
}
