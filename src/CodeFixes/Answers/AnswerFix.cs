using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>A change of a few characters.</summary>
/// <param name="Title">What it does, as the editor shows it.</param>
/// <param name="Changes">The characters.</param>
internal sealed record AnswerFix(string Title, params TextChange[] Changes);
