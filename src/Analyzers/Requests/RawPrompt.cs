using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Requests;

/// <summary>A request that says no more than a contract can: one text, made of constants and of parameters of its method, for an answer in text or in a type that it is parsed to.</summary>
/// <param name="Method">The method that sends it.</param>
/// <param name="Template">The text, as a template.</param>
/// <param name="SystemInstruction">The system instruction; null when there is none.</param>
/// <param name="Model">The id of the model; null when the source does not show it.</param>
/// <param name="Answer">The type of the answer, as the file may write it.</param>
internal sealed record RawPrompt(MethodDeclarationSyntax Method, string Template, string? SystemInstruction, string? Model, string Answer)
{
    private static readonly Regex ModelId = new(@"\bgemini-[a-z0-9.\-]*[a-z0-9]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Reads a call whose method gives a text; null where a contract could not say the same.</summary>
    public static RawPrompt? Read(ModelCall call, CancellationToken cancellationToken)
        => Read(call, static (method, model, cancellation) => model.GetDeclaredSymbol(method, cancellation) is { ReturnType: INamedTypeSymbol { Name: "Task", TypeArguments: [{ SpecialType: SpecialType.System_String } text] } } ? text : null, cancellationToken);

    /// <summary>Reads a call whose method gives what it parses; null where a contract could not say the same.</summary>
    public static RawPrompt? ReadParsed(ModelCall call, CancellationToken cancellationToken) => Read(call, ParsedAnswer.TypeOf, cancellationToken);

    private static RawPrompt? Read(ModelCall call, Func<MethodDeclarationSyntax, SemanticModel, CancellationToken, ITypeSymbol?> answerOf, CancellationToken cancellationToken)
    {
        string words = RequestTarget.Words(call, cancellationToken);
        if (!call.IsGemini
            || !RequestTarget.IsGenerate(words)
            || RequestTarget.IsStream(words)
            || call.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body: not null } method
            || call.Model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol
            || answerOf(method, call.Model, cancellationToken) is not { } answer
            || RequestBody.Read(call, cancellationToken) is not { IsText: false, Value.Members: { } members }
            || members.Exists(static member => !WireName.Is(member.Name, "contents") && !WireName.Is(member.Name, "systemInstruction")))
        {
            return null;
        }

        BodyValue? system = members.Find(static member => WireName.Is(member.Name, "systemInstruction"))?.Value;
        string? template = members.Find(static member => WireName.Is(member.Name, "contents")) is { Value: { Items: [{ } turn] } } && IsUser(turn) ? TemplateOf(turn, symbol) : null;
        string? instruction = system is null ? null : TemplateOf(system, symbol);
        return template is null || (system is not null && instruction is null) ? null : new RawPrompt(method, template, instruction, ModelOf(words), answer.ToMinimalDisplayString(call.Model, NullableFlowState.None, method.SpanStart));
    }

    /// <summary>What the fixer needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties()
        => ImmutableDictionary<string, string?>.Empty.Add(nameof(Template), Template).Add(nameof(SystemInstruction), SystemInstruction).Add(nameof(Model), Model).Add(nameof(Answer), Answer);

    private static bool IsUser(BodyValue turn) => turn.Members?.Find(static member => WireName.Is(member.Name, "role")) is not { } role || role.Value.Text == "user";

    private static string? ModelOf(string words)
    {
        string[] ids = [.. ModelId.Matches(words).Cast<Match>().Select(static match => match.Value).Distinct()];
        return ids.Length == 1 ? ids[0] : null;
    }

    // Its one part, which has a text and nothing else.
    private static string? TemplateOf(BodyValue turn, IMethodSymbol method)
        => turn.Members?.Find(static member => WireName.Is(member.Name, "parts"))?.Value.Items is [{ Members: [{ } text] }] && WireName.Is(text.Name, "text")
            && text.Value.Node.SyntaxTree.GetRoot().FindNode(text.NameSpan).FirstAncestorOrSelf<AnonymousObjectMemberDeclaratorSyntax>() is { } declarator
            ? TextOf(declarator.Expression, method)
            : null;

    private static string? TextOf(ExpressionSyntax expression, IMethodSymbol method)
    {
        switch (AnswerStep.Unwrap(expression))
        {
            case LiteralExpressionSyntax { Token.Value: string text }:
                return Escape(text);
            case IdentifierNameSyntax name when method.Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText && parameter.Type.SpecialType == SpecialType.System_String):
                return "{" + name.Identifier.ValueText + "}";
            case InterpolatedStringExpressionSyntax interpolated:
                // Braces stand for themselves where a hole begins with two, and are doubled elsewhere, as in a template.
                bool isPlain = interpolated.StringStartToken.Text.StartsWith("$$", StringComparison.Ordinal);
                var template = new StringBuilder();
                foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
                {
                    string? part = content is InterpolatedStringTextSyntax { TextToken.ValueText: { } text } ? (isPlain ? Escape(text) : text)
                        : content is InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole ? TextOf(hole.Expression, method)
                        : null;
                    if (part is null)
                    {
                        return null;
                    }

                    template.Append(part);
                }

                return template.ToString();
            default:
                return null;
        }
    }

    private static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");
}
