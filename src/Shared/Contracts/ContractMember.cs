using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>A member the generated class has to implement. Lives while a contract is parsed, never in a model.</summary>
/// <param name="Symbol">The member.</param>
/// <param name="ExplicitInterface">The interface to implement explicitly, or null where a public member will do.</param>
internal readonly record struct ContractMember(ISymbol Symbol, string? ExplicitInterface);
