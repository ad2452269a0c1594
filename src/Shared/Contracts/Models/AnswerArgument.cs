namespace GeminiGen;

/// <summary>An argument of the constructor an answer is created with.</summary>
/// <param name="Name">The parameter's name, unescaped.</param>
/// <param name="Member">The index of the member it takes its value from; -1 when it always gets its default.</param>
/// <param name="DefaultValue">The default value as C#, or null when the parameter has none.</param>
internal sealed record AnswerArgument(string Name, int Member, string? DefaultValue);
