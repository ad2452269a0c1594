using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Follows a literal to the texts that other statements, members and calls make of it.</summary>
/// <param name="folder">Computes them.</param>
internal sealed class TextWholes(TextFolder folder)
{
    // From variable to variable; and the uses of one of them.
    private const int MostSteps = 3;
    private const int MostUses = 40;

    /// <summary>The texts a literal goes into beyond its own expression.</summary>
    public IEnumerable<TextWhole> Of(SyntaxNode literal)
    {
        ExpressionSyntax expression = literal as ExpressionSyntax ?? (ExpressionSyntax)literal.Parent!;
        return Follow(TextHosts.Outermost(expression), 0);
    }

    private IEnumerable<TextWhole> Follow(ExpressionSyntax value, int step)
    {
        if (step == MostSteps)
        {
            return [];
        }

        switch (value.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                return FollowName(variable.Identifier.ValueText, variable, variable.Parent?.Parent is BaseFieldDeclarationSyntax, step);
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return FollowName(property.Identifier.ValueText, property, isMember: true, step);
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax:
                return FollowMember(value.Parent, step);
            case AssignmentExpressionSyntax assignment when assignment.Right == value && LocalTexts.NameOf(assignment.Left) is { } name:
                return FollowName(name, assignment, isMember: false, step);
            case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } argument:
                return FollowDeconstruction(assignment, tuple.Arguments.IndexOf(argument), step);
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array } element } assignment when assignment.Right == value && LocalTexts.IndexOf(element) is not null:
                return FollowName(array.Identifier.ValueText, array, isMember: false, step);
            case ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax list } } } }:
                return FollowName(list.Identifier.ValueText, list, isMember: false, step);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } method, Parent: InvocationExpressionSyntax call }:
                return FollowCall(method, call, step);
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } arguments }:
                return FollowBuilder((ExpressionSyntax)arguments.Parent!, step);
            case InitializerExpressionSyntax { Parent: ExpressionSyntax array }:
                return Follow(array, step + 1);
            case InitializerExpressionSyntax { Parent: EqualsValueClauseSyntax } array:
                return Follow(array, step + 1);
            case ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection }:
                return Follow(collection, step + 1);
            default:
                return [];
        }
    }

    // "head.AsSpan().CopyTo(span)", "parts.Aggregate((all, next) => all + next)"
    private IEnumerable<TextWhole> FollowCall(string method, InvocationExpressionSyntax call, int step)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        return method switch
        {
            "AsSpan" or "AsMemory" when arguments.Count == 0 => Follow(call, step),
            "CopyTo" or "TryCopyTo" when arguments is [{ Expression: { } target }] && LocalTexts.TargetOf(target) is { } span => FollowName(span, call, isMember: false, step),
            "Aggregate" => [new TextWhole(null, Through(folder.FoldWhole(call), call)), .. Follow(TextHosts.Outermost(call), step + 1)],
            _ => [],
        };
    }

    private IEnumerable<TextWhole> FollowMember(SyntaxNode body, int step)
    {
        SyntaxNode? owner = body is ArrowExpressionClauseSyntax { Parent: not AccessorDeclarationSyntax } ? body.Parent
            : body.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        return owner switch
        {
            PropertyDeclarationSyntax property => FollowName(property.Identifier.ValueText, property, isMember: true, step),
            MethodDeclarationSyntax { ParameterList.Parameters.Count: 0 } method => FollowName(method.Identifier.ValueText, method, isMember: true, step),
            LocalFunctionStatementSyntax { ParameterList.Parameters.Count: 0 } function => FollowName(function.Identifier.ValueText, function, isMember: true, step),
            _ => [],
        };
    }

    private IEnumerable<TextWhole> FollowDeconstruction(AssignmentExpressionSyntax assignment, int index, int step)
        => assignment.Left is DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax all } && index < all.Variables.Count
            && all.Variables[index] is SingleVariableDesignationSyntax variable
                ? FollowName(variable.Identifier.ValueText, assignment, isMember: false, step)
                : [];

    // "new StringBuilder(a).Append(b).Append(c)", and further calls on the same variable.
    private IEnumerable<TextWhole> FollowBuilder(ExpressionSyntax call, int step)
    {
        ExpressionSyntax chain = LocalTexts.OutermostCall(call);
        switch (LocalTexts.RootOf(chain))
        {
            case IdentifierNameSyntax name when folder.LocalsOf(LocalTexts.MemberOf(name)).IsBuilder(name.Identifier.ValueText):
                return FollowName(name.Identifier.ValueText, name, isMember: false, step);
            case BaseObjectCreationExpressionSyntax creation when LocalTexts.IsBuilderCreation(creation):
                return FollowChain(chain, step);
            default:
                return [];
        }
    }

    private IEnumerable<TextWhole> FollowChain(ExpressionSyntax chain, int step)
    {
        yield return new TextWhole(null, Through(folder.FoldBuilder(chain), chain));
        foreach (TextWhole whole in Follow(TextHosts.Outermost(chain), step + 1))
        {
            yield return whole;
        }
    }

    // What the variable comes to, and every expression that puts it together with others.
    private IEnumerable<TextWhole> FollowName(string name, SyntaxNode place, bool isMember, int step)
    {
        SyntaxNode member = LocalTexts.MemberOf(place);
        IReadOnlyList<LocalStep> steps = isMember ? [] : folder.LocalsOf(member).StepsOf(name);
        if (steps.Any(static done => done.Kind is LocalStepKind.Append or LocalStepKind.Call or LocalStepKind.Copy) && folder.FoldVariable(name, member, member.FullSpan.End) is { } last)
        {
            yield return new TextWhole(null, Through(last, place));
        }

        int uses = 0;
        SyntaxNode scope = isMember || steps.Count == 0 ? place.SyntaxTree.GetRoot() : member;
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax use || use.Identifier.ValueText != name || IsTarget(use))
            {
                continue;
            }

            if (++uses > MostUses)
            {
                yield break;
            }

            foreach (TextWhole whole in FollowUse(use, steps, step))
            {
                yield return whole;
            }
        }
    }

    private IEnumerable<TextWhole> FollowUse(IdentifierNameSyntax use, IReadOnlyList<LocalStep> steps, int step)
    {
        ExpressionSyntax reference = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
        reference = reference.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call && call.Expression == reference ? call : reference;
        reference = reference.Parent is ElementAccessExpressionSyntax element && element.Expression == reference ? element : reference;
        ExpressionSyntax whole = TextHosts.Outermost(reference);
        if (whole != reference || reference is ElementAccessExpressionSyntax)
        {
            yield return new TextWhole(whole, folder.Fold(whole));
        }
        else if (whole.Parent is ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax creation } && TextHosts.IsStringType(creation.Type))
        {
            yield return new TextWhole(null, Through(folder.Fold(creation), creation));
        }
        else if (steps.Count > 1 && folder.FoldVariable(use.Identifier.ValueText, LocalTexts.MemberOf(use), use.SpanStart) is { } value)
        {
            yield return new TextWhole(null, Through(value, use));
        }

        foreach (TextWhole further in Follow(whole, step + 1))
        {
            yield return further;
        }
    }

    private static bool IsTarget(IdentifierNameSyntax use)
        => (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
            || (use.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax to } member && to.Left == member)
            || use.Parent is NameColonSyntax or NameEqualsSyntax;

    private static FoldedText Through(FoldedText text, SyntaxNode reference)
    {
        var reached = new FoldedText();
        reached.Append(text, reference, TextReach.Local);
        return reached;
    }
}
