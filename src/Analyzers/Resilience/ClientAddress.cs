using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Whether a client's own base address is Gemini's, for calls that name only the rest of the address.</summary>
internal static class ClientAddress
{
    /// <summary>True when the type that sends, or the registration of its client, sets Gemini's address and no other.</summary>
    /// <param name="send">The call.</param>
    /// <param name="parts">The declarations of the type it stands in, or the file of top-level statements.</param>
    /// <param name="origin">Where the client comes from.</param>
    /// <param name="model">The model of the call's file.</param>
    /// <param name="project">What the project registers.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static bool IsGemini(
        HttpSend send,
        IReadOnlyList<SyntaxNode> parts,
        ClientOrigin origin,
        SemanticModel model,
        ProjectFacts project,
        CancellationToken cancellationToken)
    {
        bool? here = LastName(send.Client) is { } client ? IsSetToGemini(parts, client, model, cancellationToken) : null;
        return here ?? (origin.Kind == ClientOriginKind.Given && project.HasGeminiRegistration(TypeNames(parts), origin.Name, cancellationToken));
    }

    // Null when the type sets no address of this client; false as soon as one of them is another's or unknown.
    private static bool? IsSetToGemini(IReadOnlyList<SyntaxNode> parts, string client, SemanticModel model, CancellationToken cancellationToken)
    {
        HashSet<string> names = NamesOf(parts, client);
        bool? isGemini = null;
        foreach (AssignmentExpressionSyntax assignment in AssignmentsOf(parts))
        {
            if (LastName(assignment.Left) == "BaseAddress" && OwnerOf(assignment) is { } owner && names.Contains(owner))
            {
                SemanticModel? own = assignment.SyntaxTree == model.SyntaxTree ? model : null;
                bool isThis = SourceAddress.Read(assignment.Right, own, cancellationToken) is { } address && GeminiHost.Is(address);
                isGemini = isThis && isGemini is not false;
            }
        }

        return isGemini;
    }

    private static IEnumerable<AssignmentExpressionSyntax> AssignmentsOf(IReadOnlyList<SyntaxNode> parts)
        => parts.SelectMany(static part => part.DescendantNodes().OfType<AssignmentExpressionSyntax>());

    // The client's own name, and the names of what is assigned to it: "_http = http".
    private static HashSet<string> NamesOf(IReadOnlyList<SyntaxNode> parts, string client)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { client };
        foreach (AssignmentExpressionSyntax assignment in AssignmentsOf(parts))
        {
            if (LastName(assignment.Left) == client && LastName(assignment.Right) is { } other)
            {
                names.Add(other);
            }
        }

        return names;
    }

    // "http.BaseAddress = …" belongs to http; "http = new HttpClient { BaseAddress = … }" as well.
    private static string? OwnerOf(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Left is MemberAccessExpressionSyntax member)
        {
            return LastName(member.Expression);
        }

        SyntaxNode? target = assignment.Parent?.Parent?.Parent;
        return target switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax outer => LastName(outer.Left),
            _ => null,
        };
    }

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };

    // Typed clients are registered by class or by interface.
    private static List<string> TypeNames(IReadOnlyList<SyntaxNode> parts)
    {
        var names = new List<string>();
        foreach (TypeDeclarationSyntax type in parts.OfType<TypeDeclarationSyntax>())
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
