using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Limits;

/// <summary>GG3001: lets the client read the file itself, or tests the size before bytes go into a request by hand: before the statement, or in the expression where none is. Not offered where the path cannot be asked for twice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WholeFileInlineFixer)), Shared]
public sealed class WholeFileInlineFixer : ContractFixer
{
    /// <summary>The key of the fix that hands over the path.</summary>
    public const string FromFileKey = "GG3001.FromFile";

    /// <summary>The key of the fix that tests the size.</summary>
    public const string GuardKey = "GG3001.Guard";

    /// <summary>With base64, and the rest of the request, what every account takes.</summary>
    internal const string MaxBytes = "14_000_000";
    private const string FileInfo = "System.IO.FileInfo";
    private const string Refusal = "System.InvalidOperationException";
    private const string Message = "The file is too large to be sent inside the request; upload it with the Files API.";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.WholeFileInline);

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } read)
        {
            return;
        }

        if (FindFromBytes(read) is { } fromBytes)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Use 'Media.FromFile'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(fromBytes, FromFile(fromBytes, read)))), FromFileKey),
                diagnostic);
        }
        else if ((FindGuard(read) is not null || LengthOf(read) is not null) && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model)
        {
            SourceText source = root.SyntaxTree.GetText(context.CancellationToken);
            TextChange change = FindGuard(read) is { } guard
                ? MakeGuard(source, guard.Statement, guard.IsAfter, IsTooLarge(guard.Length, model, read), NameOf(Refusal, model, read))
                : MakeChoice(read, $"{IsTooLarge(LengthOf(read)!, model, read)} ? throw new {NameOf(Refusal, model, read)}(\"{Message}\") : ");
            context.RegisterCodeFix(
                CodeAction.Create("Test the size before", _ => Task.FromResult(context.Document.WithText(source.WithChanges(change))), GuardKey),
                diagnostic);
        }
    }

    // Media.FromBytes(File.ReadAllBytes(path)), Media.FromBytes(await File.ReadAllBytesAsync(path)).
    private static InvocationExpressionSyntax? FindFromBytes(InvocationExpressionSyntax read)
        => read.ArgumentList.Arguments.Count > 0
            && (read.Parent is AwaitExpressionSyntax awaited ? awaited.Parent : read.Parent) is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromBytes" } } call }
                ? call
                : null;

    private static InvocationExpressionSyntax FromFile(InvocationExpressionSyntax fromBytes, InvocationExpressionSyntax read)
    {
        var member = (MemberAccessExpressionSyntax)fromBytes.Expression;
        ArgumentSyntax bytes = fromBytes.ArgumentList.Arguments[0];
        ArgumentSyntax path = SyntaxFactory.Argument(read.ArgumentList.Arguments[0].Expression).WithTriviaFrom(bytes);
        return fromBytes
            .WithExpression(member.WithName(SyntaxFactory.IdentifierName("FromFile").WithTriviaFrom(member.Name)))
            .WithArgumentList(fromBytes.ArgumentList.WithArguments(fromBytes.ArgumentList.Arguments.Replace(bytes, path)));
    }

    // Which length to test, and before or after which statement; null where the bytes are read in an expression of their own, such as a lambda, or in a statement of a statement.
    private static (StatementSyntax Statement, string Length, bool IsAfter)? FindGuard(InvocationExpressionSyntax read)
    {
        if (read.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax or GlobalStatementSyntax } statement
            || read.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax))
        {
            return null;
        }

        return read.ArgumentList.Arguments.Count > 0
            && statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value } variable] }
            && (value == read || (value is AwaitExpressionSyntax awaited && awaited.Expression == read))
                ? (statement, variable.Identifier.ValueText + ".Length", true)
                : LengthOf(read) is { } length ? (statement, length, false) : null;
    }

    // What to compare before the bytes are read; null where asking for it might change something.
    private static string? LengthOf(InvocationExpressionSyntax read) => read switch
    {
        // Every read of a stream's bytes has the stream, which knows its length.
        { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax stream }, ArgumentList.Arguments.Count: 0 } => stream.Identifier.ValueText + ".Length",
        { ArgumentList.Arguments: [{ Expression: { } path }, ..] } when IsPath(path) => $"new {FileInfo}({path}).Length",
        _ => null,
    };

    private static bool IsPath(ExpressionSyntax path) => path switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" or "Join", Expression: { } owner } } call
            => owner.ToString() is "Path" or "System.IO.Path" && call.ArgumentList.Arguments.All(static argument => IsPath(argument.Expression)),
        _ => false,
    };

    private static string IsTooLarge(string length, SemanticModel model, SyntaxNode place) => $"{length.Replace(FileInfo, NameOf(FileInfo, model, place))} > {MaxBytes}";

    // "length > limit ? throw … : File.ReadAllBytes(path)"
    private static TextChange MakeChoice(InvocationExpressionSyntax read, string test)
    {
        ExpressionSyntax value = read.Parent as AwaitExpressionSyntax ?? (ExpressionSyntax)read;
        bool standsAlone = value.Parent is ArgumentSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or AnonymousObjectMemberDeclaratorSyntax or LambdaExpressionSyntax;
        return new TextChange(value.Span, standsAlone ? test + value : $"({test}{value})");
    }

    // Before the statement and below what is written above it, or on the lines behind it.
    private static TextChange MakeGuard(SourceText source, StatementSyntax statement, bool isAfter, string condition, string refusal)
    {
        TextLine line = source.Lines.GetLineFromPosition(statement.SpanStart);
        string indentation = new([.. source.ToString(line.Span).TakeWhile(char.IsWhiteSpace)]);
        string newLine = source.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } lineBreak ? lineBreak : "\n";
        string guard = string.Join(
            newLine + indentation,
            $"if ({condition})",
            "{",
            $"    throw new {refusal}(\"{Message}\");",
            "}");
        if (!isAfter)
        {
            return new TextChange(new TextSpan(statement.SpanStart, 0), guard + newLine + newLine + indentation);
        }

        int end = statement.FullSpan.End;
        bool isBlankBehind = end < source.Length && source[end] is '\r' or '\n';
        return new TextChange(new TextSpan(end, 0), indentation + guard + newLine + (isBlankBehind ? "" : newLine));
    }

    private static string NameOf(string type, SemanticModel model, SyntaxNode place)
        => model.LookupNamespacesAndTypes(place.SpanStart, name: type.Substring(type.LastIndexOf('.') + 1)).Any(symbol => symbol.ToDisplayString() == type)
            ? type.Substring(type.LastIndexOf('.') + 1)
            : "global::" + type;
}
