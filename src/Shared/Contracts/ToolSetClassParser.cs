using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads classes marked <c>[ToolSetOf]</c>: the generator takes the model, the analyzer takes the issues.</summary>
internal static class ToolSetClassParser
{
    private const string Create = "Create";

    /// <summary>Reads a class.</summary>
    /// <param name="symbol">The class.</param>
    /// <param name="attribute">Its <c>[ToolSetOf]</c>.</param>
    /// <param name="compilation">The compilation of both.</param>
    /// <param name="sink">Takes the issues, or null when nobody wants them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What to generate, or null when nothing can be written into the class.</returns>
    public static ToolSetClassModel? Parse(
        INamedTypeSymbol symbol, AttributeData attribute, Compilation compilation, Action<ContractIssue>? sink, CancellationToken cancellationToken)
    {
        ContractIssueReporter issues = new(sink);
        ContractLocations locations = new(symbol, attribute, issues.IsListening, cancellationToken);
        if (FindFault(symbol) is { } fault)
        {
            issues.Error(DiagnosticIds.ToolNotDescribable, locations.OfContract(), symbol.Name, fault);
            return null;
        }

        AnswerTypeParser answers = new(compilation, symbol, issues, locations, cancellationToken);
        ToolParser tools = new(answers, issues, locations, compilation, symbol, cancellationToken);
        answers.Uses.Add(symbol);
        if (tools.ParseOnly(attribute) is not { } type)
        {
            return null;
        }

        // Callers still find the method when a function cannot be described, and the one error is that one's.
        bool isServed = issues.FirstError is null;
        return new ToolSetClassModel(
            symbol.GetFullMetadataName(),
            symbol.GetNamespaceName(),
            symbol.GetContainerHeaders(),
            symbol.GetPartialHeader(),
            GetMembers(symbol),
            IsPublic(type),
            type.GetPlainName(),
            NeedsInstance(type),
            isServed ? tools.Tools.ToEquatableArray() : default,
            isServed ? answers.Types.ToEquatableArray() : default)
        {
            Fault = issues.FirstError,
            MarkedIds = answers.Uses.Ids,
        };
    }

    private static string? FindFault(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol; type is not null; type = type.ContainingType)
        {
            if (!type.IsPartial())
            {
                return $"its functions are generated into it, and '{type.Name}' is not partial; make it partial";
            }

            if (type.Arity > 0 || type.IsFileLocal)
            {
                return $"'{type.Name}' is {(type.Arity > 0 ? "generic" : "visible in its file only")}; use a plain class";
            }
        }

        return symbol.FindVar() is not null ? "a type in its scope is called 'var', which is a word of generated code; call the type otherwise"
            : !symbol.IsStatic ? "it holds no functions of its own; make it static"
            : !symbol.GetMembers(Create).IsEmpty && !HasGenerated(symbol) ? "its method 'Create' is generated; give yours another name"
            : null;
    }

    /// <summary>Whether analyzers see what the generator has written already.</summary>
    private static bool HasGenerated(INamedTypeSymbol symbol)
        => symbol.GetMembers(Create) is [IMethodSymbol method] && method.ReturnType.IsNamed(WellKnownNames.Namespace, WellKnownNames.ToolSet)
            && symbol.FindAttribute("System.CodeDom.Compiler", "GeneratedCodeAttribute") is not null;

    private static bool NeedsInstance(INamedTypeSymbol type)
    {
        foreach ((IMethodSymbol method, AttributeData _) in ToolParser.FindMethods(type))
        {
            if (!method.IsStatic)
            {
                return true;
            }
        }

        return false;
    }

    private static EquatableArray<string> GetMembers(INamedTypeSymbol symbol)
    {
        List<string> names = [];
        foreach (ISymbol member in symbol.GetMembers())
        {
            names.Add(member.Name);
        }

        return names.ToEquatableArray();
    }

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }
}
