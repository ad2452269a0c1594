using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Keys;

/// <summary>Finds an <c>IConfiguration</c> that code at a place can use.</summary>
internal static class ConfigurationFinder
{
    private const string InterfaceName = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <summary>The expression that gives the configuration, such as <c>configuration</c> or <c>builder.Configuration</c>; null when none is in scope.</summary>
    public static string? Find(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.Compilation.GetTypeByMetadataName(InterfaceName) is not { } configuration)
        {
            return null;
        }

        bool hasInstance = HasInstance(place, model, cancellationToken);
        string? best = null;
        foreach (ISymbol symbol in model.LookupSymbols(place.SpanStart))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TypeOf(symbol) is { } type && IsUsable(symbol, place, hasInstance))
            {
                if (Implements(type, configuration))
                {
                    return symbol.Name;
                }

                bool hasProperty = symbol is ILocalSymbol or IParameterSymbol
                    && type.GetMembers("Configuration").Any(member => member is IPropertySymbol { IsStatic: false } property && Implements(property.Type, configuration));
                best ??= hasProperty ? symbol.Name + ".Configuration" : null;
            }
        }

        return best;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, IsWriteOnly: false } property => property.Type,
        _ => null,
    };

    private static bool IsUsable(ISymbol symbol, SyntaxNode place, bool hasInstance) => symbol switch
    {
        ILocalSymbol => symbol.DeclaringSyntaxReferences.Length == 1
            && symbol.DeclaringSyntaxReferences[0].Span.End <= place.SpanStart
            && !IsInStaticFunction(place),
        IParameterSymbol => !IsInStaticFunction(place),
        _ => symbol.IsStatic || hasInstance,
    };

    private static bool IsInStaticFunction(SyntaxNode place)
        => place.Ancestors().Any(static node => node switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
            LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
            _ => false,
        });

    // Initializers of fields and arguments of constructor initializers run before there is an instance.
    private static bool HasInstance(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in place.Ancestors())
        {
            switch (node)
            {
                case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.StaticKeyword):
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return false;
                case MemberDeclarationSyntax:
                    return node is not BaseFieldDeclarationSyntax && model.GetDeclaredSymbol(node, cancellationToken) is { IsStatic: false, Kind: SymbolKind.Method or SymbolKind.Property };
            }
        }

        return false;
    }

    private static bool Implements(ITypeSymbol type, INamedTypeSymbol configuration)
        => SymbolEqualityComparer.Default.Equals(type, configuration) || type.AllInterfaces.Contains(configuration, SymbolEqualityComparer.Default);
}
