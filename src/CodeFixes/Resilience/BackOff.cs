using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>Waits that grow with each attempt, as statements and expressions of C#.</summary>
internal static class BackOff
{
    /// <summary>A wait whose length a counter decides, with a random part so that callers do not meet again.</summary>
    /// <param name="position">Where it is going to stand.</param>
    /// <param name="counter">The name of the counter.</param>
    /// <param name="token">The name of the token at hand; null where there is none.</param>
    /// <param name="model">The model of the file.</param>
    public static string Statement(int position, string counter, string? token, SemanticModel model)
        => $"await {TypeNames.At(position, "System.Threading.Tasks", "Task", model)}.Delay({Length(position, counter, model)}{(token is null ? "" : ", " + token)});";

    /// <summary>Two seconds to the power of the counter.</summary>
    public static string Length(int position, string counter, SemanticModel model)
    {
        bool hasShared = model.Compilation.GetTypeByMetadataName("System.Random")?.GetMembers("Shared").IsEmpty == false;
        string random = hasShared ? $" + {TypeNames.At(position, "System", "Random", model)}.Shared.NextDouble()" : "";
        return $"{TypeNames.At(position, "System", "TimeSpan", model)}.FromSeconds({TypeNames.At(position, "System", "Math", model)}.Pow(2, {counter}){random})";
    }

    /// <summary>The one token that the function around a place is given; null where there is none, or several.</summary>
    public static string? TokenAt(SyntaxNode node, SemanticModel model)
        => FunctionOf(node) is { } function
            && function.ChildNodes().OfType<ParameterListSyntax>().SelectMany(static list => list.Parameters)
                .Where(parameter => model.GetDeclaredSymbol(parameter)?.Type is { Name: "CancellationToken" }).ToList() is [{ } token]
            ? token.Identifier.Text
            : null;

    /// <summary>Whether a place may hold an <c>await</c>: in an asynchronous function, or at the top of a program.</summary>
    public static bool MayAwait(SyntaxNode node) => FunctionOf(node) switch
    {
        null => node.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null,
        AnonymousFunctionExpressionSyntax function => function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    } && node.FirstAncestorOrSelf<LockStatementSyntax>() is null;

    private static SyntaxNode? FunctionOf(SyntaxNode node)
        => node.Ancestors().FirstOrDefault(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax);
}
