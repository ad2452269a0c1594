using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>
/// Puts a contract behind a class, and a call of its generated client in place of what a method did. Not without the package, in classes inside of others, or where a name is taken.
/// </summary>
internal static class ContractInstead
{
    private const string ClientName = "SharedGeminiClient";

    /// <summary>The changes for a finding in a method; null where they would not be right.</summary>
    public static TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body: { } body, Parent: ClassDeclarationSyntax { TypeParameterList: null } type } method
            || type.Parent is TypeDeclarationSyntax
            || !diagnostic.Properties.TryGetValue("Template", out string? template)
            || model.Compilation.GetTypeByMetadataName("GeminiGen.GeminiPromptsAttribute") is null
            || model.GetDeclaredSymbol(type, cancellationToken) is not { } symbol)
        {
            return null;
        }

        string client = symbol.Name + "Prompts";
        if (symbol.GetMembers(ClientName).Length > 0 || symbol.ContainingNamespace.GetTypeMembers(client).Length > 0 || symbol.ContainingNamespace.GetTypeMembers("I" + client).Length > 0)
        {
            return null;
        }

        string end = StatementText.EndOfLine(text);
        string outer = IndentationOf(type, text);
        string inner = IndentationOf(method, text);
        string call = $"return await new {client}({ClientName}).{method.Identifier.ValueText}({string.Join(", ", ParametersOf(method, template!, model, cancellationToken).Select(static parameter => parameter.Identifier.Text))});";
        return new TextFix(
            "Call through a contract",
            Before(method, $"private static readonly GeminiGen.GeminiClient {ClientName} = new(new GeminiGen.GeminiOptions());", inner, end, text),
            new TextChange(body.Span, $"{{{end}{inner}    {call}{end}{inner}}}"),
            new TextChange(new TextSpan(type.Span.End, 0), end + end + Contract(method, "I" + client, template!, diagnostic.Properties, outer, end, model, cancellationToken)));
    }

    private static string Contract(
        MethodDeclarationSyntax method,
        string name,
        string template,
        ImmutableDictionary<string, string?> properties,
        string indentation,
        string end,
        SemanticModel model,
        CancellationToken cancellationToken)
    {
        string arguments = properties["Model"] is { } id ? $"(Model = {Literal(id)})" : "";
        string instruction = properties["SystemInstruction"] is { } system ? $"{indentation}    [GeminiGen.SystemInstruction({Literal(system)})]{end}" : "";
        string answer = properties["Answer"]!;
        // A type may be seen by less than the whole world.
        string access = answer == "string" ? "public" : "internal";
        string parameters = string.Join(", ", ParametersOf(method, template, model, cancellationToken).Select(static parameter => $"{parameter.Type} {parameter.Identifier.Text}{(parameter.Default is { } value ? " " + value : "")}"));
        if (!ParametersOf(method, template, model, cancellationToken).Any(parameter => IsToken(parameter, model, cancellationToken)))
        {
            parameters += (parameters.Length > 0 ? ", " : "") + "System.Threading.CancellationToken cancellationToken = default";
        }

        return $"{indentation}/// <summary>What {name.Substring(1)} asks the model.</summary>{end}"
            + $"{indentation}[GeminiGen.GeminiPrompts{arguments}]{end}{indentation}{access} partial interface {name}{end}{indentation}{{{end}"
            + $"{indentation}    /// <summary>Asks the model.</summary>{end}{instruction}"
            + $"{indentation}    [GeminiGen.Prompt({Literal(template)})]{end}{indentation}    System.Threading.Tasks.Task<{answer}> {method.Identifier.ValueText}({parameters});{end}{indentation}}}";
    }

    // On a line of its own, if the method begins one.
    private static TextChange Before(MethodDeclarationSyntax method, string member, string indentation, string end, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(StatementText.StartWithTrivia(method, text));
        bool beginsLine = line.Start + (line.ToString().Length - line.ToString().TrimStart().Length) >= method.FullSpan.Start;
        return beginsLine
            ? new TextChange(new TextSpan(line.Start, 0), indentation + member + end + end)
            : new TextChange(new TextSpan(method.SpanStart, 0), member + " ");
    }

    // Those the template names, and the token.
    private static IEnumerable<ParameterSyntax> ParametersOf(MethodDeclarationSyntax method, string template, SemanticModel model, CancellationToken cancellationToken)
        => method.ParameterList.Parameters.Where(parameter => template.Contains("{" + parameter.Identifier.ValueText + "}")
            || IsToken(parameter, model, cancellationToken));

    private static bool IsToken(ParameterSyntax parameter, SemanticModel model, CancellationToken cancellationToken)
        => model.GetDeclaredSymbol(parameter, cancellationToken)?.Type.Name == "CancellationToken";

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string IndentationOf(SyntaxNode node, SourceText text)
    {
        string line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
