using System.Collections.Immutable;

namespace GeminiGen;

/// <summary>Why a type cannot be part of an answer, whatever its members are.</summary>
/// <param name="Cure">The reason with its cure.</param>
/// <param name="KeyedType">The name of the dictionary that wants nothing but texts as its keys; null for all other reasons.</param>
internal readonly record struct TypeRefusal(string Cure, string? KeyedType = null)
{
    /// <summary>What a fixer is told.</summary>
    public ImmutableDictionary<string, string?> Properties
        => KeyedType is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.KeyedType, KeyedType);
}
