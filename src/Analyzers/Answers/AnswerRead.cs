using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Answers;

/// <summary>A place where code reads the parts of an answer: <c>candidates</c>, <c>content</c>, <c>parts</c>; or <c>choices</c>, <c>message</c>.</summary>
/// <param name="Parts">The step to the parts, or to the message.</param>
/// <param name="Candidates">The step to the candidates, or to the choices.</param>
/// <param name="Taken">The step to one candidate; null where all are gone through.</param>
/// <param name="Members">The members that the way from the candidates to the parts leads through.</param>
internal sealed record AnswerRead(AnswerStep Parts, AnswerStep Candidates, AnswerStep? Taken, IReadOnlyCollection<SyntaxNode> Members);
