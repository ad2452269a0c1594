using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>Waits and limits of Polly's retries, in its newer and its older form.</summary>
internal static class PollyWaits
{
    private const string Title = "Wait longer after each failure";
    private const string LimitTitle = "Give up after 5 attempts";

    /// <summary>The fix of a retry; null where what it is given leaves no place for it.</summary>
    public static TextFix? Fix(SimpleNameSyntax name, InvocationExpressionSyntax maker, SemanticModel model, CancellationToken cancellationToken) => name.Identifier.ValueText switch
    {
        "AddRetry" => FixOptions(maker, model, cancellationToken),
        "Retry" or "RetryAsync" => FixCount(name, maker, model, cancellationToken),
        "RetryForever" or "RetryForeverAsync" when maker.ArgumentList.Arguments.Count == 0 => new TextFix(Title, Renamed(name), Arguments(maker, "5", model)),
        "WaitAndRetryForever" or "WaitAndRetryForeverAsync" when maker.ArgumentList.Arguments is [{ NameColon: null, Expression: SimpleLambdaExpressionSyntax wait }]
            => new TextFix(LimitTitle, Renamed(name), new TextChange(new TextSpan(wait.SpanStart, 0), "5, ")),
        _ => null,
    };

    // "Retry(3)" becomes "WaitAndRetry(3, attempt => …)".
    private static TextFix? FixCount(SimpleNameSyntax name, InvocationExpressionSyntax maker, SemanticModel model, CancellationToken cancellationToken) => maker.ArgumentList.Arguments switch
    {
        [] => new TextFix(Title, Renamed(name), Arguments(maker, "1", model)),
        [{ NameColon: null, Expression: { } count }] when model.GetTypeInfo(count, cancellationToken).Type?.SpecialType == SpecialType.System_Int32 => new TextFix(Title, Renamed(name), Arguments(maker, count.ToString(), model)),
        _ => null,
    };

    private static TextChange Arguments(InvocationExpressionSyntax maker, string count, SemanticModel model)
        => new(maker.ArgumentList.Span, $"({count}, attempt => {BackOff.Length(maker.SpanStart, "attempt", model)})");

    // "RetryForeverAsync" and "WaitAndRetryForeverAsync" alike.
    private static TextChange Renamed(SimpleNameSyntax name) => new(name.Span, name.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal) ? "WaitAndRetryAsync" : "WaitAndRetry");

    // "Delay = TimeSpan.Zero", "MaxRetryAttempts = int.MaxValue"
    private static TextFix? FixOptions(InvocationExpressionSyntax maker, SemanticModel model, CancellationToken cancellationToken)
    {
        List<AssignmentExpressionSyntax> options = maker.ArgumentList.DescendantNodes().OfType<AssignmentExpressionSyntax>().ToList();
        var changes = new List<TextChange>();
        foreach (AssignmentExpressionSyntax option in options)
        {
            if (Named(option, "Delay") && option.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Zero" })
            {
                changes.Add(new TextChange(option.Right.Span, TypeNames.At(option.SpanStart, "System", "TimeSpan", model) + ".FromSeconds(2)" + Growth(option.SpanStart, options, model)));
            }
            else if (Named(option, "MaxRetryAttempts") && model.GetConstantValue(option.Right, cancellationToken) is { HasValue: true, Value: int.MaxValue })
            {
                changes.Add(new TextChange(option.Right.Span, "5"));
            }
        }

        return changes.Count == 0 ? null : new TextFix("Wait longer after each failure, up to a limit", [.. changes]);
    }

    private static string Growth(int position, List<AssignmentExpressionSyntax> options, SemanticModel model)
        => (options.Exists(static option => Named(option, "BackoffType")) ? "" : $", BackoffType = {TypeNames.At(position, "Polly", "DelayBackoffType", model)}.Exponential")
            + (options.Exists(static option => Named(option, "UseJitter")) ? "" : ", UseJitter = true");

    private static bool Named(AssignmentExpressionSyntax option, string name) => option.Left is IdentifierNameSyntax left && left.Identifier.ValueText == name;
}
