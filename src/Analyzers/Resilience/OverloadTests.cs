using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Tests for 429 and 503 in the member that makes a call, and in the members of its type that this one calls or is called by.</summary>
internal static class OverloadTests
{
    /// <summary>True when code of the type through which a call's answer goes compares a status with 429 or 503.</summary>
    public static bool AreAround(InvocationExpressionSyntax call, IReadOnlyList<SyntaxNode> parts)
    {
        if (call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is null)
        {
            return parts.Any(RetryWords.TestsForOverload);
        }

        ILookup<string?, SyntaxNode> members = parts.OfType<TypeDeclarationSyntax>().SelectMany(static part => part.Members).ToLookup(NameOf, static member => (SyntaxNode)member);
        if (call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } own)
        {
            return false;
        }

        return RetryWords.TestsForOverload(own)
            || Reached(own, members, CalledBy).Any(RetryWords.TestsForOverload)
            || Reached(own, members, member => CallersOf(member, members)).Any(RetryWords.TestsForOverload);
    }

    private static HashSet<SyntaxNode> Reached(SyntaxNode start, ILookup<string?, SyntaxNode> members, Func<SyntaxNode, IEnumerable<string>> step)
    {
        var reached = new HashSet<SyntaxNode>();
        var pending = new Queue<SyntaxNode>([start]);
        while (pending.Count > 0)
        {
            foreach (SyntaxNode next in step(pending.Dequeue()).SelectMany(name => members[name]))
            {
                if (reached.Add(next))
                {
                    pending.Enqueue(next);
                }
            }
        }

        return reached;
    }

    // Everything a member names: methods it calls or hands over, and fields with the codes it looks up.
    private static IEnumerable<string> CalledBy(SyntaxNode member)
        => member.DescendantNodes().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText);

    private static IEnumerable<string> CallersOf(SyntaxNode member, ILookup<string?, SyntaxNode> members)
        => NameOf(member) is not { } name
            ? []
            : members.Where(group => group.Key is not null && group.Any(other => CalledBy(other).Contains(name))).Select(static group => group.Key!);

    private static string? NameOf(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        _ => null,
    };
}
