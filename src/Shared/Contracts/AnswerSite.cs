using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Where an answer's type is named: what a fault of the type is reported on.</summary>
/// <param name="Member">The method that answers with it, or the property that has it.</param>
/// <param name="Name">The name a message uses.</param>
internal readonly record struct AnswerSite(ISymbol Member, string Name);
