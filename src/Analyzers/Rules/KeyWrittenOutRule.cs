using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1008: the value of a key goes into a log, a console or the text of an exception.</summary>
internal static class KeyWrittenOutRule
{
    // So many characters of a key say which one it is, and no more.
    private const int MostShown = 4;

    private const string RequestUri = "RequestUri";

    /// <summary>Visits a file that speaks of models; what is called a key in others opens something else.</summary>
    public static void Check(KeyFile file)
    {
        var reads = new SettingReads(file.SemanticModel, file.CancellationToken);
        foreach (SyntaxNode node in file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes())
        {
            ArgumentListSyntax? arguments = node switch
            {
                InvocationExpressionSyntax call when WrittenOut.IsSink(call) => call.ArgumentList,
                BaseObjectCreationExpressionSyntax creation when WrittenOut.IsException(creation) => creation.ArgumentList,
                // What an exception of the project's own hands to its base class.
                ConstructorInitializerSyntax { Parent.Parent: TypeDeclarationSyntax type } initializer when WrittenOut.IsException(type) => initializer.ArgumentList,
                _ => null,
            };
            if (arguments is not null)
            {
                Check(file, reads, arguments);
            }
        }
    }

    private static void Check(KeyFile file, SettingReads reads, ArgumentListSyntax arguments)
    {
        TextFolder? folder = null;
        foreach (SyntaxNode node in arguments.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
        {
            bool isCandidate = node is ExpressionSyntax shown && (MayHoldKey(shown) || IsName(shown)) && IsShown(shown, arguments) && ModelFiles.Contains(node.SyntaxTree, file.CancellationToken);
            if (isCandidate && node is ExpressionSyntax expression)
            {
                folder ??= new TextFolder(file.SemanticModel, file.CancellationToken);
                if (IsKey(file, reads, expression) || IsKeyUrl(folder, expression) || IsAddressOfRequest(folder, expression))
                {
                    file.ReportDiagnostic(Diagnostic.Create(Descriptors.KeyWrittenOut, expression.GetLocation(), NameOf(expression)));
                }
            }
        }
    }

    // A look at the name alone, before anything that costs.
    private static bool MayHoldKey(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => KeyNames.MayHoldKey(name.Identifier.ValueText),
        MemberAccessExpressionSyntax member => IsRequestUri(member) || KeyNames.MayHoldKey(member.Name.Identifier.ValueText),
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText == RequestUri,
        InvocationExpressionSyntax or ElementAccessExpressionSyntax => SettingReads.SettingOf(value) is not null,
        _ => false,
    };

    // From the value outwards: everything between it and the argument must give its characters on.
    private static bool IsShown(ExpressionSyntax value, ArgumentListSyntax arguments)
    {
        if (value.Parent is MemberAccessExpressionSyntax part && part.Name == value)
        {
            return false;
        }

        SyntaxNode node = value;
        while (node.Parent is { } parent && parent != arguments)
        {
            bool passes = parent switch
            {
                ArgumentSyntax or ParenthesizedExpressionSyntax or InterpolationSyntax or InterpolatedStringExpressionSyntax or ArgumentListSyntax => true,
                PostfixUnaryExpressionSyntax => true,
                ConditionalAccessExpressionSyntax conditional => conditional.WhenNotNull == node,
                BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.CoalesceExpression,
                InvocationExpressionSyntax call => TextHosts.IsTextCall(call) || GivesOn(call),
                MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member => member.Expression == node && GivesOn(call),
                ElementAccessExpressionSyntax access => access.Expression == node && ShowsMore(access),
                _ => false,
            };
            if (!passes)
            {
                return false;
            }

            node = parent;
        }

        return node.Parent == arguments;
    }

    private static bool GivesOn(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } method } && method switch
        {
            "ToString" or "Trim" or "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant" => call.ArgumentList.Arguments.Count == 0,
            "Substring" => call.ArgumentList.Arguments is not [_, { Expression: LiteralExpressionSyntax { Token.Value: <= MostShown } }],
            _ => false,
        };

    // "key[..10]" shows ten characters; "key[..4]" and "key[^4..]" four.
    private static bool ShowsMore(ElementAccessExpressionSyntax access)
        => access.ArgumentList.Arguments is [{ Expression: RangeExpressionSyntax range }] && range switch
        {
            { LeftOperand: null, RightOperand: LiteralExpressionSyntax { Token.Value: <= MostShown } } => false,
            { RightOperand: null, LeftOperand: PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: <= MostShown } } } => false,
            _ => true,
        };

    // What a variable is called says nothing of where its value comes from.
    private static bool IsName(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };

    private static bool IsKey(KeyFile file, SettingReads reads, ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => IsKeyVariable(file, reads, name, name.Identifier.ValueText),
        MemberAccessExpressionSyntax member => IsKeyVariable(file, reads, member, member.Name.Identifier.ValueText),
        InvocationExpressionSyntax or ElementAccessExpressionSyntax => SettingReads.SettingOf(value) is not null,
        _ => false,
    };

    private static bool IsKeyVariable(KeyFile file, SettingReads reads, ExpressionSyntax value, string name)
        => (KeyNames.IsKey(name) || reads.Find(value) is not null) && file.SemanticModel.GetTypeInfo(value, file.CancellationToken).Type is { SpecialType: SpecialType.System_String };

    // An address with the key in it.
    private static bool IsKeyUrl(TextFolder folder, ExpressionSyntax value)
        => value is IdentifierNameSyntax name
            && folder.LocalsOf(LocalTexts.MemberOf(name)).StepsOf(name.Identifier.ValueText).Any(static step => step.Value is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax)
            && UrlKeyRule.IsKeyUrl(folder.FoldWhole(name).ToString());

    // "response.RequestMessage.RequestUri", where the member has put the key into the address: an exception or a log that quotes it quotes the key.
    private static bool IsAddressOfRequest(TextFolder folder, ExpressionSyntax value)
        => value is MemberBindingExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: RequestUri }
            && LocalTexts.MemberOf(value).DescendantNodes().OfType<ExpressionSyntax>()
                .Any(text => text is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } && UrlKeyRule.MayApply(text.ToString()) && UrlKeyRule.IsKeyUrl(folder.FoldWhole(text).ToString()));

    private static bool IsRequestUri(MemberAccessExpressionSyntax member) => member.Name.Identifier.ValueText == RequestUri;

    private static string NameOf(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => "the key",
    };
}
