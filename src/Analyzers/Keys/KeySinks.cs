using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Finds out whether a constant goes where only the key of a model goes: a client, an option, a header or a setting, directly or through one name.</summary>
/// <param name="model">The model of the file.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class KeySinks(SemanticModel model, CancellationToken cancellationToken)
{
    private static readonly string[] KeyTypes = ["ApiKeyCredential", "AzureKeyCredential", "ApiKeyAuthentication", "APIAuthentication"];

    /// <summary>Where a literal goes; null when that is no such place, or not known.</summary>
    public KeySink? Find(LiteralExpressionSyntax literal)
    {
        ExpressionSyntax value = TextHosts.Outermost(literal);
        if (OfFallback(value) is { } missing)
        {
            return missing;
        }

        while (FallbackPositions.Around(value) is { } choice)
        {
            value = TextHosts.Outermost(choice);
        }

        if (OfValue(value) is { } sink)
        {
            return sink;
        }

        string? name = value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable.Identifier.ValueText : null;
        return name is null ? null : OfUses(name, value);
    }

    // "Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? "…"", "_geminiKey ??= "…""
    private KeySink? OfFallback(ExpressionSyntax value)
    {
        ExpressionSyntax? missing = value.Parent switch
        {
            BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression) && binary.Right == value => binary.Left,
            AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && assignment.Right == value => assignment.Left,
            ConditionalExpressionSyntax conditional when conditional.WhenTrue == value => conditional.WhenFalse,
            ConditionalExpressionSyntax conditional when conditional.WhenFalse == value => conditional.WhenTrue,
            _ => null,
        };
        return missing is not null && new SettingReads(model, cancellationToken).Find(missing) is { } setting ? new KeySink(setting, KeyNames.ProviderOf(setting)) : null;
    }

    private KeySink? OfUses(string name, ExpressionSyntax value)
    {
        bool isLocal = value.FirstAncestorOrSelf<BaseFieldDeclarationSyntax>() is null;
        SyntaxNode scope = isLocal ? LocalTexts.MemberOf(value) : value.SyntaxTree.GetRoot(cancellationToken);
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax use && use.Identifier.ValueText == name)
            {
                ExpressionSyntax reference = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
                if (OfValue(TextHosts.Outermost(reference)) is { } sink)
                {
                    return sink;
                }
            }
        }

        return null;
    }

    private KeySink? OfValue(ExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: ExpressionSyntax call } } argument => OfArgument(argument, call),
        AssignmentExpressionSyntax assignment when assignment.Right == value => OfAssignment(assignment),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => OfName(variable.Identifier.ValueText, ""),
        EqualsValueClauseSyntax { Parent: ParameterSyntax parameter } => OfName(parameter.Identifier.ValueText, ""),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => OfName(property.Identifier.ValueText, NameOfType(property)),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => OfName(property.Identifier.ValueText, NameOfType(property)),
        _ => null,
    };

    // "GeminiApiKey", or "ApiKey" of "GeminiOptions"
    private static KeySink? OfName(string name, string type)
        => KeyNames.IsKey(name) && KeyNames.HasProvider(type + name) ? new KeySink(name, KeyNames.ProviderOf(type + name)) : null;

    private static string NameOfType(SyntaxNode member) => (member.Parent as BaseTypeDeclarationSyntax)?.Identifier.ValueText ?? "";

    private KeySink? OfArgument(ArgumentSyntax argument, ExpressionSyntax call)
        => call is InvocationExpressionSyntax invocation && OfSetting(invocation, argument) is { } setting ? setting
            : call is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax ? OfParameter(argument, call)
            : null;

    // "Add("x-goog-api-key", key)", "SetEnvironmentVariable("OPENAI_API_KEY", key)", "new AuthenticationHeaderValue("Bearer", key)"
    private KeySink? OfSetting(InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        if (call.ArgumentList.Arguments is not [{ Expression: LiteralExpressionSyntax { Token.Value: string name } }, { } second, ..] || second != argument)
        {
            return null;
        }

        return name.ToLowerInvariant() switch
        {
            "x-goog-api-key" => KeySigns.Around(call, cancellationToken) == KeySign.Other ? null : new KeySink(name, KeyFamilies.Gemini),
            "x-api-key" => KeySigns.HasText(call, "anthropic", cancellationToken) ? new KeySink(name, "Anthropic") : null,
            "api-key" => KeySigns.HasText(call, "openai.azure.com", cancellationToken) ? new KeySink(name, null, TakesHex: true) : null,
            "authorization" => KeySigns.HasModelHost(call, cancellationToken) ? new KeySink(name, null) : null,
            _ => KeyNames.IsSetting(name) ? new KeySink(name, KeyNames.ProviderOf(name)) : null,
        };
    }

    private KeySink? OfParameter(ArgumentSyntax argument, ExpressionSyntax call)
    {
        if (TypeNameOf(call) == "AuthenticationHeaderValue")
        {
            return KeySigns.HasModelHost(call, cancellationToken) ? new KeySink("Authorization", null) : null;
        }

        // Without the package's reference the names have to do.
        SymbolInfo info = model.GetSymbolInfo(call, cancellationToken);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
        {
            return argument.NameColon?.Name.Identifier.ValueText is { } named && KeyNames.IsKey(named) && KeyNames.HasProvider(TypeNameOf(call) ?? call.ToString()) ? new KeySink(named, KeyNames.ProviderOf(TypeNameOf(call) ?? call.ToString())) : null;
        }

        IParameterSymbol? parameter = argument.NameColon is { } name
            ? method.Parameters.FirstOrDefault(candidate => candidate.Name == name.Name.Identifier.ValueText)
            : method.Parameters.ElementAtOrDefault(((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument));
        if (parameter is not { Type.SpecialType: SpecialType.System_String } || !IsKeyParameter(parameter.Name))
        {
            return null;
        }

        string type = method.ContainingType.ToDisplayString();
        bool isCredential = KeyTypes.Contains(method.ContainingType.Name) && KeySigns.IsModelFile(call, cancellationToken);
        bool isModel = KeyNames.HasProvider(type) || KeyNames.HasProvider(method.Name);
        return isCredential || isModel ? new KeySink(parameter.Name, KeyNames.ProviderOf(type + method.Name), TakesHex: isCredential || type.IndexOf("Azure", StringComparison.Ordinal) >= 0) : null;
    }

    private static bool IsKeyParameter(string name)
        => name.EndsWith("key", StringComparison.OrdinalIgnoreCase) || name.EndsWith("token", StringComparison.OrdinalIgnoreCase) || name.EndsWith("credential", StringComparison.OrdinalIgnoreCase);

    // "options.ApiKey = key", "configuration["Gemini:ApiKey"] = key"
    private KeySink? OfAssignment(AssignmentExpressionSyntax assignment)
    {
        if (SettingOf(assignment.Left) is { } setting)
        {
            bool isHeader = setting.Equals("x-goog-api-key", StringComparison.OrdinalIgnoreCase) && KeySigns.Around(assignment, cancellationToken) != KeySign.Other;
            return isHeader || KeyNames.IsSetting(setting) ? new KeySink(setting, KeyNames.ProviderOf(setting)) : null;
        }

        return assignment.Left is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) ? null : model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol switch
        {
            IPropertySymbol property => OfName(property.Name, property.ContainingType.ToDisplayString()),
            IFieldSymbol field => OfName(field.Name, ""),
            ILocalSymbol local => OfName(local.Name, ""),
            _ => null,
        };
    }

    private static string? SettingOf(ExpressionSyntax target)
    {
        BracketedArgumentListSyntax? arguments = (target as ElementAccessExpressionSyntax)?.ArgumentList ?? (target as ImplicitElementAccessSyntax)?.ArgumentList;
        return arguments?.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string setting } }] ? setting : null;
    }

    private static string? TypeNameOf(ExpressionSyntax call) => call is ObjectCreationExpressionSyntax creation
        ? creation.Type is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : creation.Type.ToString()
        : null;
}
