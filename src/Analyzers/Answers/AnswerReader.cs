using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Answers;

/// <summary>
/// Finds where a file reads answers of Gemini. They are known by their path alone, <c>candidates</c> → <c>content</c> → <c>parts</c>, whether its steps are members of classes,
/// properties of JSON or names bound at run time, in one expression or in several, through variables, parameters and methods of the file. Answers in the form of OpenAI's API are
/// known by theirs, <c>choices</c> → <c>message</c>.
/// </summary>
internal sealed class AnswerReader(SemanticModel model, CancellationToken cancellationToken)
{
    private const int LongestPath = 40;
    private const string Candidates = "candidates";
    private const string Content = "content";
    private const string Parts = "parts";
    private const string Choices = "choices";

    private readonly SourceValues _values = new(model, cancellationToken);

    /// <summary>A quick look at the characters: most files never speak of candidates.</summary>
    public static bool MayRead(string text) => text.IndexOf("andidates", StringComparison.Ordinal) >= 0 && text.IndexOf("arts", StringComparison.Ordinal) >= 0;

    /// <summary>The same for choices.</summary>
    public static bool MayReadChoices(string text) => text.IndexOf("hoices", StringComparison.Ordinal) >= 0;

    /// <summary>True for the name of the list that an answer is in.</summary>
    public static bool IsList(string name) => WireName.Is(name, Candidates) || WireName.Is(name, Choices);

    /// <summary>The reads of a file, in its order.</summary>
    public IEnumerable<AnswerRead> Find(SyntaxNode root) => Find(root, static name => WireName.Is(name, Parts), Candidates, hasContent: false);

    /// <summary>The reads of answers in the form of OpenAI's API, whose messages stand in the choices themselves.</summary>
    public IEnumerable<AnswerRead> FindChoices(SyntaxNode root) => Find(root, static name => WireName.Is(name, "message") || WireName.Is(name, "delta"), Choices, hasContent: true);

    private IEnumerable<AnswerRead> Find(SyntaxNode root, Func<string, bool> isLast, string list, bool hasContent)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is ExpressionSyntax expression && AnswerStep.Read(expression) is { Name: { } name } step && isLast(name) && Trace(step, list, hasContent) is { } read)
            {
                yield return read;
            }
        }
    }

    // Back from the last step to the list.
    private AnswerRead? Trace(AnswerStep parts, string list, bool hasContent)
    {
        var members = new HashSet<SyntaxNode>();
        AnswerStep? taken = null;
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

            if (step.Name is { } name && WireName.Is(name, list))
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
