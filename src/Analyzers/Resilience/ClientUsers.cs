using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>The calls that are sent through a registered client, by spelling: those of the class it is registered for, or of the types that ask the factory for its name.</summary>
internal sealed class ClientUsers(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>The calls through a client.</summary>
    public List<InvocationExpressionSyntax> Of(ClientRegistration registration)
    {
        var users = new List<InvocationExpressionSyntax>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SyntaxNode root = tree.GetRoot(cancellationToken);
            foreach (TypeDeclarationSyntax type in root.DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                if (registration.TypeNames.Contains(type.Identifier.ValueText) || (registration.Name is { } name && AsksFor(type, name)))
                {
                    users.AddRange(SendsIn(type));
                }
            }

            if (registration.Name is { } clientName && root is CompilationUnitSyntax file && file.Members.OfType<GlobalStatementSyntax>().Any(statement => AsksFor(statement, clientName)))
            {
                users.AddRange(file.Members.OfType<GlobalStatementSyntax>().SelectMany(SendsIn));
            }
        }

        return users;
    }

    private static bool AsksFor(SyntaxNode code, string name)
        => code.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => RetryShapes.NameOf(call) == "CreateClient"
            && call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string text } && text == name);

    private static IEnumerable<InvocationExpressionSyntax> SendsIn(SyntaxNode code)
        => code.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static call => call.Expression is MemberAccessExpressionSyntax && RetryShapes.NameOf(call) is { } name && HttpSend.MethodNames.Contains(name));
}
