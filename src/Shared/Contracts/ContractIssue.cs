using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Something in a contract that its author should change.</summary>
/// <param name="Id">An id of <see cref="DiagnosticIds"/>.</param>
/// <param name="Location">The exact spot.</param>
/// <param name="Arguments">What the rule's message is filled with.</param>
/// <param name="Properties">What the fixer needs to know, under the keys of <see cref="ContractIssueProperties"/>.</param>
internal sealed record ContractIssue(string Id, Location Location, string[] Arguments, ImmutableDictionary<string, string?> Properties);
