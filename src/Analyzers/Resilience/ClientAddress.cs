using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Whether a client's own base address is Gemini's, for calls that name only the rest of the address.</summary>
internal static class ClientAddress
{
    /// <summary>True when the type that sends, or the registration of its client, sets Gemini's address and no other.</summary>
    public static bool IsGemini(HttpSend send, ClientOrigin origin, SemanticModel model, ProjectFacts project, CancellationToken cancellationToken)
    {
        SyntaxNode scope = (SyntaxNode?)send.Call.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? model.SyntaxTree.GetRoot(cancellationToken);
        bool? here = IsSetToGemini(scope, model, cancellationToken);
        return here ?? (origin.Kind == ClientOriginKind.Given && project.HasGeminiRegistration(TypeNames(scope), origin.Name, cancellationToken));
    }

    // Null when the type sets no address; false as soon as one of them is another's or unknown.
    private static bool? IsSetToGemini(SyntaxNode scope, SemanticModel model, CancellationToken cancellationToken)
    {
        bool? isGemini = null;
        foreach (AssignmentExpressionSyntax assignment in scope.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            bool isBaseAddress = assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress" }
                or IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" };
            if (isBaseAddress)
            {
                bool isThis = SourceAddress.Read(assignment.Right, model, cancellationToken) is { } address && GeminiHost.Is(address);
                isGemini = isThis && isGemini is not false;
            }
        }

        return isGemini;
    }

    // Typed clients are registered by class or by interface.
    private static List<string> TypeNames(SyntaxNode scope)
    {
        var names = new List<string>();
        if (scope is TypeDeclarationSyntax type)
        {
            names.Add(type.Identifier.ValueText);
            foreach (BaseTypeSyntax baseType in type.BaseList?.Types ?? default)
            {
                names.Add(baseType.Type.ToString().Split('.').Last());
            }
        }

        return names;
    }
}
