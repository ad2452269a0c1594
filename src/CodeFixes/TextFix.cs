using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes;

/// <summary>A change of a few characters.</summary>
/// <param name="Title">What it does, as the editor shows it.</param>
/// <param name="Changes">The characters.</param>
internal sealed record TextFix(string Title, params TextChange[] Changes);
