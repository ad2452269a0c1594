using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG5007: data that somebody marked, by <c>[Sensitive]</c> or a data classification, goes to an endpoint that the project has not said to be a paid one. What is redacted on the
/// way is left alone.
/// </summary>
internal static class SensitiveDataRule
{
    private static readonly string[] RedactionWords = ["Redact", "Mask", "Hash", "Anonym", "Encrypt", "Pseudonym", "Scrub", "Sanitize", "Tokenize"];

    /// <summary>Checks what a call sends.</summary>
    public static void Check(ModelCall call, AnalyzerOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // Other providers have no free tier that this is about, and models on one's own machine none at all.
        if (call.Provider is not (ModelProvider.Gemini or ModelProvider.Any))
        {
            return;
        }

        Endpoint? endpoint = RuleOptions.GetEndpoint(options, call.Syntax.SyntaxTree);
        if (endpoint == Endpoint.Paid)
        {
            return;
        }

        HashSet<SyntaxNode> reported = [];
        foreach ((ISymbol symbol, IdentifierNameSyntax name) in new SentSymbols(call, cancellationToken).All())
        {
            if (IsSensitive(symbol) && !IsRedacted(name) && reported.Add(name))
            {
                report(Create(symbol.Name, name.GetLocation(), endpoint));
            }
        }
    }

    /// <summary>Checks the parameters of a contract's method.</summary>
    public static void Check(IMethodSymbol method, AnalyzerOptions options, Action<Diagnostic> report)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (IsSensitive(parameter) && parameter.Locations is [{ SourceTree: { } tree } location, ..] && RuleOptions.GetEndpoint(options, tree) is var endpoint && endpoint != Endpoint.Paid)
            {
                report(Create(parameter.Name, location, endpoint));
            }
        }
    }

    private static Diagnostic Create(string name, Location location, Endpoint? endpoint)
        => Diagnostic.Create(Descriptors.SensitiveData, location, name, endpoint == Endpoint.Free ? "of the free tier" : "whose endpoint nobody has classified");

    private static bool IsSensitive(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => IsMarked(property) || IsMarked(property.Type),
        IFieldSymbol field => IsMarked(field) || IsMarked(field.Type),
        IParameterSymbol parameter => IsMarked(parameter) || IsMarked(parameter.Type),
        ILocalSymbol local => IsMarked(local.Type),
        _ => false,
    };

    private static bool IsMarked(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && (IsOurs(type) || IsClassification(type)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOurs(INamedTypeSymbol type) => type.Name == WellKnownNames.SensitiveAttribute && type.ContainingNamespace?.ToDisplayString() == WellKnownNames.Namespace;

    private static bool IsClassification(INamedTypeSymbol type)
    {
        if (type.Name.StartsWith("NoDataClassification", StringComparison.Ordinal) || type.Name.StartsWith("Public", StringComparison.Ordinal))
        {
            return false;
        }

        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name == "DataClassificationAttribute" && current.ContainingNamespace?.ToDisplayString() == "Microsoft.Extensions.Compliance.Classification")
            {
                return true;
            }
        }

        return false;
    }

    // Redact(patient.Notes), and facts such as patient.Notes.Length.
    private static bool IsRedacted(IdentifierNameSyntax name)
    {
        for (SyntaxNode? node = name; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call && RetryShapes.NameOf(call) is { } method && RedactionWords.Any(word => method.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                return true;
            }

            if (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" or "Id" } member && member.Expression == node)
            {
                return true;
            }
        }

        return false;
    }
}
