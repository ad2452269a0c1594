using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Handlers that the project writes itself: whether one passes every request on just once.</summary>
internal static class OwnHandlers
{
    /// <summary>True for a handler that sends at one place, in no loop, and speaks of nothing like a retry.</summary>
    public static bool PassOn(TypeDeclarationSyntax handler)
    {
        int sends = 0;
        foreach (SyntaxNode node in handler.DescendantNodes())
        {
            switch (node)
            {
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or GotoStatementSyntax:
                case SimpleNameSyntax name when RetryWords.Speaks(name.Identifier.ValueText) || name.Identifier.ValueText.StartsWith("Execute", StringComparison.Ordinal):
                    return false;
                // The same in its synchronous form is the same send.
                case InvocationExpressionSyntax call when RetryShapes.NameOf(call) is "SendAsync":
                    sends++;
                    break;
            }
        }

        return sends <= 1;
    }
}
