using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1008: the value of a key goes into a log, a console or the text of an exception.</summary>
/// <param name="files">The files that speak of models; what is called a key in others opens something else.</param>
internal sealed class KeyWrittenOutRule(ModelFiles files)
{
    // So many characters of a key say which one it is, and no more.
    private const int MostShown = 4;

    private const string RequestUri = "RequestUri";

    /// <summary>Visits a call.</summary>
    public void CheckCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (WrittenOut.IsSink(call))
        {
            Check(context, call.ArgumentList);
        }
    }

    /// <summary>Visits the creation of an object.</summary>
    public void CheckCreation(SyntaxNodeAnalysisContext context)
    {
        var creation = (BaseObjectCreationExpressionSyntax)context.Node;
        if (creation.ArgumentList is { } arguments && WrittenOut.IsException(creation))
        {
            Check(context, arguments);
        }
    }

    /// <summary>Visits what an exception of the project's own hands to its base class.</summary>
    public void CheckInitializer(SyntaxNodeAnalysisContext context)
    {
        var initializer = (ConstructorInitializerSyntax)context.Node;
        if (initializer.Parent?.Parent is TypeDeclarationSyntax type && WrittenOut.IsException(type))
        {
            Check(context, initializer.ArgumentList);
        }
    }

    private void Check(SyntaxNodeAnalysisContext context, ArgumentListSyntax arguments)
    {
        TextFolder? folder = null;
        foreach (SyntaxNode node in arguments.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
        {
            bool isCandidate = node is ExpressionSyntax shown && MayHoldKey(shown) && IsShown(shown, arguments) && files.Contains(node.SyntaxTree, context.CancellationToken);
            if (isCandidate && node is ExpressionSyntax expression)
            {
                folder ??= new TextFolder(context.SemanticModel, context.CancellationToken);
                if (IsKey(context, folder, expression) || IsKeyUrl(folder, expression) || IsAddressOfRequest(folder, expression))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.KeyWrittenOut, expression.GetLocation(), NameOf(expression)));
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
        InvocationExpressionSyntax or ElementAccessExpressionSyntax => IsSettingRead(value),
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

    private static bool IsKey(SyntaxNodeAnalysisContext context, TextFolder folder, ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => IsKeyVariable(context, folder, name, name.Identifier.ValueText),
        MemberAccessExpressionSyntax member => IsKeyVariable(context, folder, member, member.Name.Identifier.ValueText),
        InvocationExpressionSyntax or ElementAccessExpressionSyntax => IsSettingRead(value),
        _ => false,
    };

    private static bool IsKeyVariable(SyntaxNodeAnalysisContext context, TextFolder folder, ExpressionSyntax value, string name)
    {
        bool isKey = KeyNames.IsKey(name)
            || (value is IdentifierNameSyntax && folder.LocalsOf(LocalTexts.MemberOf(value)).StepsOf(name).Any(static step => IsSettingRead(step.Value)));
        return isKey && context.SemanticModel.GetTypeInfo(value, context.CancellationToken).Type is { SpecialType: SpecialType.System_String };
    }

    // "Environment.GetEnvironmentVariable("GEMINI_API_KEY")", "configuration["Gemini:ApiKey"]", with or without what is taken where they are missing.
    private static bool IsSettingRead(ExpressionSyntax value) => value switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => IsSettingRead(coalesce.Left),
        PostfixUnaryExpressionSyntax suppressed => IsSettingRead(suppressed.Operand),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetEnvironmentVariable" } } call => IsSetting(call.ArgumentList.Arguments),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "GetValue" } } } call => IsSetting(call.ArgumentList.Arguments),
        ElementAccessExpressionSyntax access => IsSetting(access.ArgumentList.Arguments),
        _ => false,
    };

    private static bool IsSetting(SeparatedSyntaxList<ArgumentSyntax> arguments)
        => arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string name } }, ..] && KeyNames.IsSetting(name);

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
