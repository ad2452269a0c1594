using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Whether a type has one object for as long as the program runs, as far as the project says so.</summary>
internal static class SingleObjects
{
    // Windows, pages and services of a host: what frameworks make once, or few of.
    private static readonly HashSet<string> Bases = new(StringComparer.Ordinal)
    {
        "Form", "Window", "UserControl", "Page", "ContentPage", "Application", "App", "MonoBehaviour", "ScriptableObject", "BackgroundService", "IHostedService", "ServiceBase", "EditorWindow",
    };

    /// <summary>True when the type is registered or kept as a single object, or is the program itself.</summary>
    public static bool Are(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (Bases.Contains(at.Name) || at.Interfaces.Any(static implemented => Bases.Contains(implemented.Name)))
            {
                return true;
            }
        }

        if (type.GetMembers().Any(static member => member is IMethodSymbol { IsStatic: true, Name: "Main" }))
        {
            return true;
        }

        string[] names = [type.Name, .. type.AllInterfaces.Select(static implemented => implemented.Name)];
        return compilation.SyntaxTrees.Any(tree => IsKeptIn(tree, type.Name, names, cancellationToken));
    }

    private static bool IsKeptIn(SyntaxTree tree, string name, string[] names, CancellationToken cancellationToken)
        => tree.GetText(cancellationToken).ToString().Contains(name) && tree.GetRoot(cancellationToken).DescendantNodes().Any(node => node switch
        {
            // services.AddSingleton<IClient, Client>(), AddSingleton(new Client()), AddSingleton(_ => new Client())
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } method } } call
                => (method.Identifier.ValueText.Contains("Singleton") || method.Identifier.ValueText.Contains("HostedService")) && Names(method, names) | Names(call.ArgumentList, names),
            // static readonly Client Instance = new(); static Lazy<Client> …
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.StaticKeyword) && Names(field, names),
            PropertyDeclarationSyntax property => property.Modifiers.Any(SyntaxKind.StaticKeyword) && Names(property, names),
            _ => false,
        });

    private static bool Names(SyntaxNode node, string[] names)
        => node.DescendantNodesAndSelf().Any(part => part switch
        {
            GenericNameSyntax generic => names.Contains(generic.Identifier.ValueText),
            IdentifierNameSyntax identifier => names.Contains(identifier.Identifier.ValueText),
            _ => false,
        });
}
