using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Whose API a client's own base address is on, for calls that name only the rest of the address.</summary>
internal static class ClientAddress
{
    /// <summary>The provider whose address the type that sends, or the registration of its client, sets; null when it sets another, or none that is known.</summary>
    /// <param name="send">The call.</param>
    /// <param name="parts">The declarations of the type it stands in, or the file of top-level statements.</param>
    /// <param name="origin">Where the client comes from.</param>
    /// <param name="model">The model of the call's file.</param>
    /// <param name="project">What the project registers.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static ModelProvider? ProviderOf(
        HttpSend send,
        IReadOnlyList<SyntaxNode> parts,
        ClientOrigin origin,
        SemanticModel model,
        ProjectFacts project,
        CancellationToken cancellationToken)
    {
        if (LastName(send.Client) is { } client && AddressesOf(parts, client, model, cancellationToken) is { Count: > 0 } addresses)
        {
            return OnlyOne(addresses);
        }

        return origin.Kind == ClientOriginKind.Given
            ? OnlyOne(project.RegistrationsOf(TypeNames(parts), origin.Name, cancellationToken).Select(static registration => registration.Provider).ToList())
            : null;
    }

    // Null as soon as one of them is another's or unknown.
    private static ModelProvider? OnlyOne(List<ModelProvider?> providers) => providers.Count > 0 && providers.TrueForAll(provider => provider == providers[0]) ? providers[0] : null;

    // Whose each address is that the type sets to this client.
    private static List<ModelProvider?> AddressesOf(IReadOnlyList<SyntaxNode> parts, string client, SemanticModel model, CancellationToken cancellationToken)
    {
        HashSet<string> names = NamesOf(parts, client);
        var providers = new List<ModelProvider?>();
        foreach (AssignmentExpressionSyntax assignment in AssignmentsOf(parts))
        {
            if (LastName(assignment.Left) == "BaseAddress" && OwnerOf(assignment) is { } owner && names.Contains(owner))
            {
                SemanticModel? own = assignment.SyntaxTree == model.SyntaxTree ? model : null;
                providers.Add(SourceAddress.Read(assignment.Right, own, cancellationToken) is { } address ? ModelHosts.ProviderOf(address) : null);
            }
        }

        return providers;
    }

    private static IEnumerable<AssignmentExpressionSyntax> AssignmentsOf(IReadOnlyList<SyntaxNode> parts)
        => parts.SelectMany(static part => part.DescendantNodes().OfType<AssignmentExpressionSyntax>());

    // The client's own name, and the names of what is assigned to it: "_http = http", "var http = Create()".
    private static HashSet<string> NamesOf(IReadOnlyList<SyntaxNode> parts, string client)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { client };
        foreach (SyntaxNode node in parts.SelectMany(static part => part.DescendantNodes()))
        {
            ExpressionSyntax? value = node switch
            {
                AssignmentExpressionSyntax assignment when LastName(assignment.Left) == client => assignment.Right,
                VariableDeclaratorSyntax variable when variable.Identifier.ValueText == client => variable.Initializer?.Value,
                _ => null,
            };
            if (value is not null && LastName(value) is { } other)
            {
                names.Add(other);
            }
        }

        return names;
    }

    // "http.BaseAddress = …" belongs to http; "http = new HttpClient { BaseAddress = … }" as well; what a method or a lazy value gives belongs to its name.
    private static string? OwnerOf(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Left is MemberAccessExpressionSyntax member)
        {
            return LastName(member.Expression);
        }

        SyntaxNode? target = assignment.Parent?.Parent?.Parent;
        if (target is LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax lazy } })
        {
            target = lazy.Parent;
        }

        return target switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax outer => LastName(outer.Left),
            ArrowExpressionClauseSyntax or ReturnStatementSyntax => RetryShapes.EnclosingMemberName(target),
            _ => null,
        };
    }

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } member => LastName(member.Expression),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        InvocationExpressionSyntax call => RetryShapes.NameOf(call),
        PostfixUnaryExpressionSyntax suppressed => LastName(suppressed.Operand),
        _ => null,
    };

    /// <summary>The names under which a type may be registered for a client: its own, and those of its bases and interfaces.</summary>
    public static List<string> TypeNames(IReadOnlyList<SyntaxNode> parts)
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
