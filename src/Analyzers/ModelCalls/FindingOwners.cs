using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>
/// Whose finding it is, where several calls send what one place makes: the first call that tells it keeps it, so that it is told once, and again whenever that call is looked at again.
/// </summary>
internal sealed class FindingOwners
{
    private readonly ConcurrentDictionary<(string Id, SyntaxTree? Tree, TextSpan Span, string Message), SyntaxNode> _owners = new();

    /// <summary>Whether a call may tell a finding.</summary>
    public bool MayTell(SyntaxNode call, Diagnostic finding)
    {
        string message = finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return _owners.GetOrAdd((finding.Id, finding.Location.SourceTree, finding.Location.SourceSpan, message), call) == call;
    }
}
