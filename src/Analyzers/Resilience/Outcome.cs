using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// How the rest of a loop or member goes by what one call in it gave, by spelling: the variables that hold its result or tell of its failure, the conditions that test them, and
/// the statements that only success, or only failure, reaches.
/// </summary>
internal sealed class Outcome
{
    // Assignments are followed this many steps.
    private const int MostSteps = 4;

    private readonly SyntaxNode _call;
    private readonly SyntaxNode _scope;
    private readonly bool _isFed;

    // Variables with the result or something made of it; variables that tell whether it failed; and variables that are other ones in every round.
    private readonly HashSet<string> _results = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rounds = new(StringComparer.Ordinal);

    /// <summary>Follows a call's outcome.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">The loop or member around it.</param>
    public Outcome(SyntaxNode call, SyntaxNode scope)
    {
        _call = call;
        _scope = scope;
        AddRounds();
        Follow(FollowData);
        _isFed = IsFed(call);
        Follow(node =>
        {
            FollowData(node);
            FollowControl(node);
        });
    }

    /// <summary>True when a call's arguments come from the items of the loop or from the call's own result: what it asks is then another question each time.</summary>
    public bool IsFed(SyntaxNode call)
        => call is InvocationExpressionSyntax { ArgumentList: { } arguments } && (Names(arguments, _rounds) || Names(arguments, _results));

    /// <summary>True when a condition tests how the call went: its status, an exception, or, unless it asks something else each time, its result.</summary>
    public bool IsTested(SyntaxNode condition, bool isFed)
        => Names(condition, _failures) || (Holds(condition) && (!isFed || RetryWords.NamesStatus(condition)));

    /// <summary>True when an expression names a variable that tells of the call's failure.</summary>
    public bool TellsOfFailure(SyntaxNode expression) => Names(expression, _failures);

    /// <summary>True when a statement that leaves is reached after success, and not after failure.</summary>
    public bool LetsOut(SyntaxNode exit, bool isFed)
    {
        if (exit.Span.End <= _call.SpanStart || (!exit.Contains(_call) && exit.SpanStart < _call.SpanStart))
        {
            return false;
        }

        bool isTested = false;
        bool isCaught = false;
        for (SyntaxNode node = exit; node != _scope && node.Parent is not null; node = node.Parent)
        {
            if (IsCatch(node))
            {
                return false;
            }

            if (!node.Contains(_call) && Guard.Of(node) is { } guard)
            {
                if (guard.Verdict == Verdict.Failure || !IsTested(guard.Condition, isFed))
                {
                    return false;
                }

                isTested = true;
            }

            isCaught |= IsGuardedTry(node);
        }

        return isTested || isCaught || Skips(exit, isFed);
    }

    /// <summary>True when failure of the call, and not its success, leads to a node.</summary>
    public bool LeadsTo(SyntaxNode node, bool isFed)
    {
        for (SyntaxNode part = node; part != _scope && part.Parent is not null; part = part.Parent)
        {
            if (IsCatch(part))
            {
                return true;
            }

            if (!part.Contains(_call) && Guard.Of(part) is { } guard && IsTested(guard.Condition, isFed))
            {
                return guard.Verdict != Verdict.Success;
            }
        }

        return false;
    }

    /// <summary>True when failure of the call leads to a call that puts into a queue what the round, or the member, works on.</summary>
    public bool PutsBack(SyntaxNode node)
        => node is InvocationExpressionSyntax call && call != _call && RetryWords.IsPutIntoQueue(call)
            && (Names(WorkOf(call), _rounds) || NamesParameter(WorkOf(call))) && SideOf(call, isFed: false) == Verdict.Failure;

    /// <summary>True when a node stands where only success of the call leads.</summary>
    public bool IsOnSuccess(SyntaxNode node) => SideOf(node, _isFed) == Verdict.Success;

    // "catch (…) { continue; } return answer;": what stands behind is reached by success alone.
    private bool Skips(SyntaxNode exit, bool isFed)
    {
        foreach (SyntaxNode node in _scope.DescendantNodes())
        {
            if (node is ContinueStatementSyntax && node.SpanStart > _call.SpanStart && node.SpanStart < exit.SpanStart && LeadsTo(node, isFed))
            {
                return true;
            }
        }

        return false;
    }

    private void AddRounds()
    {
        SyntaxNode? header = _scope switch
        {
            WhileStatementSyntax loop => loop.Condition,
            ForStatementSyntax loop => loop.Condition,
            _ => null,
        };
        foreach (SyntaxNode node in header?.DescendantNodes() ?? [])
        {
            if (node is SingleVariableDesignationSyntax variable)
            {
                _rounds.Add(variable.Identifier.ValueText);
            }
            else if (node is AssignmentExpressionSyntax assignment)
            {
                AddTarget(assignment.Left, _rounds);
            }
        }

        if (_scope is ForEachStatementSyntax each)
        {
            _rounds.Add(each.Identifier.ValueText);
        }
        else if (_scope is ForEachVariableStatementSyntax deconstructed)
        {
            AddDesignations(deconstructed.Variable, _rounds);
        }
        else if (_scope is ForStatementSyntax { Declaration.Variables: { } counters })
        {
            AddIndexed(counters);
        }
    }

    // "queue.Enqueue(item)", "message.AbandonAsync()".
    private static SyntaxNode WorkOf(InvocationExpressionSyntax put) => put.ArgumentList.Arguments.Count > 0 ? put.ArgumentList : put;

    // A member or lambda that is called for each item of a queue works on what it is given.
    private bool NamesParameter(SyntaxNode code)
    {
        foreach (SyntaxNode function in _call.Ancestors().TakeWhile(node => _scope.Span.Contains(node.Span)))
        {
            IEnumerable<ParameterSyntax> parameters = function switch
            {
                BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
                LocalFunctionStatementSyntax method => method.ParameterList.Parameters,
                ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
                SimpleLambdaExpressionSyntax lambda => [lambda.Parameter],
                _ => [],
            };
            if (parameters.Any(parameter => Names(code, parameter.Identifier.ValueText)))
            {
                return true;
            }
        }

        return false;
    }

    // "Ask(documents[i])" asks about another document each time; "Ask(text, i)" counts.
    private void AddIndexed(SeparatedSyntaxList<VariableDeclaratorSyntax> counters)
    {
        foreach (VariableDeclaratorSyntax counter in counters)
        {
            foreach (SyntaxNode node in _scope.DescendantNodes())
            {
                if (node is ElementAccessExpressionSyntax element && Names(element.ArgumentList, counter.Identifier.ValueText))
                {
                    AddTarget(element.Expression, _rounds);
                }
            }
        }
    }

    private void Follow(Action<SyntaxNode> follow)
    {
        int known = -1;
        for (int step = 0; step < MostSteps && known != _results.Count + _failures.Count + _rounds.Count; step++)
        {
            known = _results.Count + _failures.Count + _rounds.Count;
            foreach (SyntaxNode node in _scope.DescendantNodes())
            {
                follow(node);
            }
        }
    }

    // What is made of the result, and of the round's item.
    private void FollowData(SyntaxNode node)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment:
                FollowValue(assignment.Right, NamesOf(assignment.Left));
                break;
            case VariableDeclaratorSyntax { Initializer.Value: { } value } variable:
                FollowValue(value, [variable.Identifier.ValueText]);
                break;
            case IsPatternExpressionSyntax match when Holds(match.Expression):
                AddDesignations(match.Pattern, _results);
                break;
            case ForEachStatementSyntax each when each != _scope && Holds(each.Expression):
                _results.Add(each.Identifier.ValueText);
                break;
            case ForEachVariableStatementSyntax each when each != _scope && Holds(each.Expression):
                AddDesignations(each.Variable, _results);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } owner } } call when call != _call && Holds(call.ArgumentList):
                AddTarget(owner, _results);
                AddDesignations(call.ArgumentList, _results);
                break;
        }
    }

    private void FollowValue(ExpressionSyntax value, HashSet<string> names)
    {
        if (Holds(value))
        {
            _results.UnionWith(names);
            if (RetryWords.NamesStatus(value) || Names(value, _failures))
            {
                _failures.UnionWith(names);
            }
        }

        if (Names(value, _rounds))
        {
            _rounds.UnionWith(names);
        }
    }

    // What is set where only success, or only failure, leads.
    private void FollowControl(SyntaxNode node)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment:
                if (SideOf(assignment, _isFed) is { } side && !(side == Verdict.Failure && EndsLoop(assignment.Left, assignment.Right)))
                {
                    AddTarget(assignment.Left, _failures);
                }

                break;
            case AssignmentExpressionSyntax assignment:
                FollowCount(assignment.Left, assignment);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } count:
                FollowCount(count.Operand, count);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } count:
                FollowCount(count.Operand, count);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax change } call when call != _call:
                FollowChange(change, call);
                break;
        }
    }

    // A count of failures ends a loop sooner; a count that success moves on, or that failure moves back, decides which round is next.
    private void FollowCount(ExpressionSyntax target, SyntaxNode change)
    {
        if (SideOf(change, _isFed) is { } side && (side != Verdict.Failure || IsMovedByLoop(target)))
        {
            AddTarget(target, _failures);
        }
    }

    private void FollowChange(MemberAccessExpressionSyntax change, InvocationExpressionSyntax call)
    {
        // An item put back is asked for again, whatever each round asks. What success adds of its result is new work.
        if (SideOf(call, isFed: false) == Verdict.Failure)
        {
            if (RetryWords.PutsBack(change.Name.Identifier.ValueText))
            {
                AddTarget(OwnerOf(change.Expression), _failures);
            }
        }
        else if (call.Parent is ExpressionStatementSyntax && !Holds(call.ArgumentList) && SideOf(call, _isFed) == Verdict.Success)
        {
            AddTarget(change.Expression, _failures);
        }
    }

    // What "channel.Writer" puts, "channel.Reader" takes out.
    private static ExpressionSyntax OwnerOf(ExpressionSyntax target)
        => target is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Writer", Expression: { } owner } ? owner : target;

    // Whether a statement runs only after success or only after failure; null where it runs either way.
    private Verdict? SideOf(SyntaxNode node, bool isFed)
    {
        for (SyntaxNode part = node; part != _scope && part.Parent is not null; part = part.Parent)
        {
            if (IsCatch(part))
            {
                return Verdict.Failure;
            }

            if (part.SpanStart > _call.SpanStart && !part.Contains(_call))
            {
                if (Guard.Of(part) is { } guard && IsTested(guard.Condition, isFed))
                {
                    return guard.Verdict == Verdict.Unknown ? Verdict.Success : guard.Verdict;
                }

                if (part.Parent is { } parent && IsGuardedTry(parent))
                {
                    return Verdict.Success;
                }
            }
        }

        return null;
    }

    private bool IsCatch(SyntaxNode node)
        => node is CatchClauseSyntax { Parent: TryStatementSyntax attempt } && attempt.Block.Contains(_call);

    // The block of a try around the call, with a catch from which the code goes on.
    private bool IsGuardedTry(SyntaxNode node)
    {
        if (node is not BlockSyntax { Parent: TryStatementSyntax attempt } || attempt.Block != node || !node.Contains(_call))
        {
            return false;
        }

        foreach (CatchClauseSyntax clause in attempt.Catches)
        {
            if (GoesOn(clause.Block))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesOn(BlockSyntax block)
    {
        bool leaves = block.Statements.Count > 0 && block.Statements[block.Statements.Count - 1] is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax;
        if (!leaves)
        {
            return true;
        }

        foreach (SyntaxNode node in block.DescendantNodes())
        {
            if (node is ContinueStatementSyntax or GotoStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    // "failed = true" ends "while (!failed)".
    private bool EndsLoop(ExpressionSyntax target, ExpressionSyntax value)
    {
        ExpressionSyntax? condition = RetryLoops.ConditionOf(_scope);
        bool? set = value.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => true,
            SyntaxKind.FalseLiteralExpression => false,
            _ => null,
        };
        if (condition is null || set is null || NameOf(target) is not { } name)
        {
            return false;
        }

        foreach (SyntaxNode node in condition.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
            {
                return identifier.Parent.IsKind(SyntaxKind.LogicalNotExpression) == set;
            }
        }

        return false;
    }

    private bool IsMovedByLoop(ExpressionSyntax target)
        => _scope is ForStatementSyntax loop && NameOf(target) is { } name && loop.Incrementors.Any(move => Names(move, name));

    private bool Holds(SyntaxNode expression) => expression.Contains(_call) || Names(expression, _results) || Names(expression, _failures);

    private static bool Names(SyntaxNode code, HashSet<string> names)
    {
        if (names.Count > 0)
        {
            foreach (SyntaxNode node in code.DescendantNodesAndSelf())
            {
                if (node is IdentifierNameSyntax name && names.Contains(name.Identifier.ValueText) && !IsMember(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Names(SyntaxNode code, string name) => Names(code, new HashSet<string>(StringComparer.Ordinal) { name });

    private static bool IsMember(IdentifierNameSyntax name)
        => name.Parent is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access && access.Name == name;

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText,
        _ => null,
    };

    // "text", "(ok, text)", "var (ok, text)".
    private static HashSet<string> NamesOf(ExpressionSyntax target)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddTarget(target, names);
        if (target is TupleExpressionSyntax or DeclarationExpressionSyntax)
        {
            AddDesignations(target, names);
        }

        return names;
    }

    private static void AddTarget(ExpressionSyntax target, HashSet<string> names)
    {
        if (target is TupleExpressionSyntax tuple)
        {
            foreach (ArgumentSyntax part in tuple.Arguments)
            {
                AddTarget(part.Expression, names);
            }
        }
        else if (NameOf(target) is { } name)
        {
            names.Add(name);
        }
    }

    private static void AddDesignations(SyntaxNode code, HashSet<string> names)
    {
        foreach (SyntaxNode node in code.DescendantNodesAndSelf())
        {
            if (node is SingleVariableDesignationSyntax variable)
            {
                names.Add(variable.Identifier.ValueText);
            }
        }
    }
}
