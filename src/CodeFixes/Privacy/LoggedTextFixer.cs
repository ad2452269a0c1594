using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Privacy;

/// <summary>GG5001: lowers the level of the log call to Debug. Not offered where the level stands in an attribute, which other calls share.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoggedTextFixer)), Shared]
public sealed class LoggedTextFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string LowerKey = "GG5001.Lower";

    private static readonly Dictionary<string, string> Lower = new(StringComparer.Ordinal)
    {
        ["LogInformation"] = "LogDebug",
        ["LogWarning"] = "LogDebug",
        ["LogError"] = "LogDebug",
        ["LogCritical"] = "LogDebug",
        ["Information"] = "Debug",
        ["Warning"] = "Debug",
        ["Error"] = "Debug",
        ["Critical"] = "Debug",
        ["Fatal"] = "Debug",
        ["Info"] = "Debug",
        ["Warn"] = "Debug",
        ["InfoFormat"] = "DebugFormat",
        ["WarnFormat"] = "DebugFormat",
        ["ErrorFormat"] = "DebugFormat",
        ["FatalFormat"] = "DebugFormat",
    };

    private static readonly FixAllProvider FixAll = new DocumentFixAllProvider(static (root, diagnostics, _)
        => root.ReplaceTokens(diagnostics.Select(diagnostic => FindLevel(root, diagnostic)).Where(static token => token != default).Distinct(), static (token, _) => Debug(token)));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.LoggedText);

    /// <summary>One call may hold two findings: all of a document at once.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (FindLevel(root, diagnostic) is var level && level != default)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Log at level Debug", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceToken(level, Debug(level)))), LowerKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static SyntaxToken Debug(SyntaxToken level) => Microsoft.CodeAnalysis.CSharp.SyntaxFactory.Identifier(Lower[level.ValueText]).WithTriviaFrom(level);

    /// <summary>The method's name, or the level among its arguments; nothing where neither says it.</summary>
    private static SyntaxToken FindLevel(SyntaxNode root, Diagnostic diagnostic)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        InvocationExpressionSyntax? call = root.FindNode(span, getInnermostNodeForTie: true).Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault(IsLog);
        if (call?.Expression is not MemberAccessExpressionSyntax { Name: { } name })
        {
            return default;
        }

        if (Lower.ContainsKey(name.Identifier.ValueText))
        {
            return name.Identifier;
        }

        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is MemberAccessExpressionSyntax { Expression: { } type, Name: { } level } && type.ToString().EndsWith("Level", StringComparison.Ordinal) && Lower.ContainsKey(level.Identifier.ValueText))
            {
                return level.Identifier;
            }
        }

        return default;
    }

    private static bool IsLog(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name } && (name is "Log" or "Write" || Lower.ContainsKey(name));
}
