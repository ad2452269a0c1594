using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Answers;

/// <summary>
/// Finds where a file reads answers of Gemini. They are known by their path alone, <c>candidates</c> → <c>content</c> → <c>parts</c>, whether its steps are members of classes,
/// properties of JSON or names bound at run time, in one expression or in several, through variables, parameters and methods of the file.
/// </summary>
internal sealed class AnswerReader(SemanticModel model, CancellationToken cancellationToken)
{
    private const int LongestPath = 40;
    private const string Candidates = "candidates";
    private const string Content = "content";
    private const string Parts = "parts";

    private readonly SourceValues _values = new(model, cancellationToken);

    /// <summary>A quick look at the characters: most files never speak of candidates.</summary>
    public static bool MayRead(string text) => text.IndexOf("andidates", StringComparison.Ordinal) >= 0 && text.IndexOf("arts", StringComparison.Ordinal) >= 0;

    /// <summary>The reads of a file, in its order.</summary>
    public IEnumerable<AnswerRead> Find(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is ExpressionSyntax expression && AnswerStep.Read(expression) is { Name: { } name } step && WireName.Is(name, Parts) && Trace(step) is { } read)
            {
                yield return read;
            }
        }
    }

    // Back from the parts to the candidates.
    private AnswerRead? Trace(AnswerStep parts)
    {
        var members = new HashSet<SyntaxNode>();
        AnswerStep? taken = null;
        bool hasContent = false;
        ExpressionSyntax? at = parts.Receiver;
        AddMember(members, parts.Node);
        for (int i = 0; i < LongestPath && at is not null; i++)
        {
            at = AnswerStep.Unwrap(at);
            AddMember(members, at);
            if (AnswerStep.Read(at) is not { } step)
            {
                at = _values.Find(at);
                continue;
            }

            if (step.Name is { } name && WireName.Is(name, Candidates))
            {
                return hasContent ? new AnswerRead(parts, step, taken, members) : null;
            }

            if (step.Name is null)
            {
                taken = step.IsPlain ? taken : step;
            }
            else if (WireName.Is(step.Name, Content))
            {
                hasContent = true;
            }
            else if (!hasContent || taken is not null)
            {
                return null;
            }

            at = step.Receiver;
        }

        return null;
    }

    private static void AddMember(HashSet<SyntaxNode> members, SyntaxNode node)
    {
        if (AnswerChecks.MemberOf(node) is { } member)
        {
            members.Add(member);
        }
    }
}
