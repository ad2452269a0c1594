using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// Decides whether a text of a shape that other products share is meant for a model: the names nearest to it decide, then the file's types, names, hosts and headers.
/// </summary>
internal static class KeySigns
{
    private static readonly string[] GeminiWords =
    [
        "gemini", "generativelanguage", "generativeai", "generativemodel", "genai", "googleai", "aistudio", "makersuite",
    ];

    // Every API of Google takes its key in it, so it is a sign of Gemini only where no other product is named.
    private static readonly string[] GoogleHeader = ["x-goog-api-key"];

    // The variables that Google's libraries for models read; other products have names of their own for theirs.
    private static readonly string[] ModelVariables = ["GOOGLE_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"];

    // What sections of settings are called that are about models.
    private static readonly string[] ModelSections = ["ai", "llm"];

    private static readonly string[] ModelHosts =
    [
        "generativelanguage.googleapis.com", "aiplatform.googleapis.com", "api.openai.com", "openai.azure.com", "api.anthropic.com", "openrouter.ai", "api.groq.com", "api.mistral.ai",
        "api.cohere", "api.deepseek.com", "api.x.ai", "api.perplexity.ai", "api.together.xyz", "huggingface.co", "api.replicate.com", "api.nvidia.com", "api.fireworks.ai", "api.cerebras.ai",
    ];

    // Products whose keys have the same shape and are often public by design: what a key's own name, call or address says.
    private static readonly string[] OtherWords =
    [
        "maps", "places", "geocod", "firebase", "fcm", "youtube", "recaptcha", "android", "analytics", "customsearch", "safebrowsing", "streetview", "pagespeed",
        "translate", "timezone", "calendar", "sheets", "google_app_id", "crashlytics", "kgsearch",
    ];

    // The same for methods and types around it. A translator or a calendar may well be built on Gemini, so only names of products count here.
    private static readonly string[] OtherProducts = ["firebase", "googlemaps", "googleservices", "youtube", "crashlytics", "recaptcha"];

    // Words in the names of methods and types that tell for which product they are, where nothing in them speaks of Gemini.
    private static readonly string[] ProductWords = ["maps", "places", "geocode", "geocoder", "geocoding", "geolocation", "fcm"];

    /// <summary>What the source tells about a key at a node: meant for a model, for another product, or nothing.</summary>
    /// <param name="family">The family whose shape it has.</param>
    /// <param name="text">The whole text the key stands in, such as a URL.</param>
    /// <param name="node">Where the text stands.</param>
    /// <param name="model">The model of the file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static KeySign Near(KeyFamily family, string text, SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (family != KeyFamilies.Standard)
        {
            return HasFileSign(node, [family.Provider], cancellationToken) ? KeySign.Model : KeySign.None;
        }

        KeySign near = Judge(text, OtherWords);
        near = near == KeySign.None ? JudgeNames(node) : near;
        near = near == KeySign.None && HasTypeSign(node, model, cancellationToken) ? KeySign.Model : near;
        near = near == KeySign.None ? Around(node, cancellationToken) : near;
        return near == KeySign.None && IsBesideModelVariable(node) ? KeySign.Model : near;
    }

    // "SetEnvironmentVariable("GOOGLE_API_KEY", "…")", "GetEnvironmentVariable("GOOGLE_API_KEY") ?? "…"", "variables["GOOGLE_API_KEY"] = "…""
    private static bool IsBesideModelVariable(SyntaxNode node)
        => node.FirstAncestorOrSelf<SyntaxNode>(static ancestor => ancestor is StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax) is { } place
            && place.DescendantTokens().Any(static token => token.Value is string text && IsModelVariable(text));

    private static bool IsModelVariable(string name) => Array.Exists(ModelVariables, variable => variable.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the methods, the types and the file around a node say of the keys in them. The innermost that speaks of a product decides: a file may hold clients of several.</summary>
    public static KeySign Around(SyntaxNode node, CancellationToken cancellationToken)
    {
        for (SyntaxNode? scope = node; scope is not null; scope = scope.Parent)
        {
            bool isNamed = scope is BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax;
            KeySign sign = isNamed || scope is CompilationUnitSyntax ? JudgeTexts(scope, cancellationToken) : KeySign.None;
            if (sign == KeySign.None && isNamed && NameOf(scope) is { } name && NameWords.Has(name, ProductWords))
            {
                sign = KeySign.Other;
            }

            if (sign != KeySign.None)
            {
                return sign;
            }
        }

        return HasFileSign(node, GoogleHeader, cancellationToken) ? KeySign.Model : KeySign.None;
    }

    private static KeySign JudgeTexts(SyntaxNode scope, CancellationToken cancellationToken)
    {
        var sign = KeySign.None;
        foreach (string text in TextsIn(scope, cancellationToken))
        {
            if (Contains(text, GeminiWords))
            {
                return KeySign.Model;
            }

            sign = GoogleHosts.HasOther(text) ? KeySign.Other : sign;
        }

        return sign;
    }

    /// <summary>What a name or a text beside a key says of it.</summary>
    public static KeySign Judge(KeyFamily family, string name)
        => family == KeyFamilies.Standard ? Judge(name, OtherWords)
            : Contains(name, [family.Provider]) ? KeySign.Model
            : KeySign.None;

    private static KeySign Judge(string name, string[] otherWords)
        => Contains(name, GeminiWords) ? KeySign.Model
            : Contains(name, otherWords) || GoogleHosts.HasOther(name) ? KeySign.Other
            : KeySign.None;

    private static bool Contains(string text, string[] words)
    {
        foreach (string word in words)
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the name of a setting, or of a section of settings, says of a key in it.</summary>
    public static KeySign JudgeSetting(KeyFamily family, string name)
    {
        KeySign sign = Judge(family, name);
        bool isModel = sign == KeySign.None && family == KeyFamilies.Standard
            && (NameWords.Has(name, ModelSections) || IsModelVariable(name));
        return isModel ? KeySign.Model : sign;
    }

    /// <summary>What a whole file of settings, or one request of it, says of the keys in it.</summary>
    public static KeySign JudgeFile(KeyFamily family, string text)
    {
        KeySign sign = family != KeyFamilies.Standard ? Judge(family, text)
            : Contains(text, GeminiWords) ? KeySign.Model
            : GoogleHosts.HasOther(text) ? KeySign.Other
            : KeySign.None;
        return sign == KeySign.None && family == KeyFamilies.Standard && Contains(text, GoogleHeader) ? KeySign.Model : sign;
    }

    private static KeySign JudgeNames(SyntaxNode node)
    {
        for (SyntaxNode? ancestor = node; ancestor is not null; ancestor = ancestor.Parent)
        {
            string[] otherWords = ancestor is BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax ? OtherProducts : OtherWords;
            KeySign sign = NameOf(ancestor) is { } name ? Judge(name, otherWords) : KeySign.None;
            if (sign != KeySign.None)
            {
                return sign;
            }
        }

        return KeySign.None;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        AssignmentExpressionSyntax assignment => assignment.Left.ToString(),
        ArgumentSyntax { NameColon: { } name } => name.Name.Identifier.ValueText,
        AttributeArgumentSyntax { NameEquals: { } name } => name.Name.Identifier.ValueText,
        AttributeSyntax attribute => attribute.Name.ToString(),
        InvocationExpressionSyntax call => NamesOf(call),
        ObjectCreationExpressionSyntax creation => creation.Type.ToString(),
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        _ => null,
    };

    // "headers.Add("x-goog-api-key", key)": what is called, and the plain texts beside the key.
    private static string NamesOf(InvocationExpressionSyntax call)
    {
        string names = call.Expression is MemberAccessExpressionSyntax member ? member.Name.ToString() : call.Expression.ToString();
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
            {
                names += " " + literal.Token.ValueText;
            }
        }

        return names;
    }

    private static bool HasFileSign(SyntaxNode node, string[] words, CancellationToken cancellationToken)
    {
        foreach (string text in TextsIn(node.SyntaxTree.GetRoot(cancellationToken), cancellationToken))
        {
            if (Contains(text, words))
            {
                return true;
            }
        }

        return false;
    }

    // Names and texts.
    private static IEnumerable<string> TextsIn(SyntaxNode scope, CancellationToken cancellationToken)
    {
        foreach (SyntaxToken token in scope.DescendantTokens())
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isText = token.Kind() is SyntaxKind.IdentifierToken
                or SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;
            if (isText)
            {
                yield return token.ValueText;
            }
        }
    }

    // A client whose namespace is imported in another file says nothing here but its type.
    private static bool HasTypeSign(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        for (SyntaxNode? ancestor = node; ancestor is not null and not StatementSyntax and not MemberDeclarationSyntax; ancestor = ancestor.Parent)
        {
            ISymbol? symbol = ancestor switch
            {
                BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax => model.GetSymbolInfo(ancestor, cancellationToken).Symbol,
                AssignmentExpressionSyntax assignment => model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol,
                AttributeSyntax => model.GetSymbolInfo(ancestor, cancellationToken).Symbol,
                _ => null,
            };
            if (symbol?.ContainingType is { } type && Contains(type.ToDisplayString(), GeminiWords))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a text says about the product a key is for.</summary>
    public static KeySign In(string text) => Judge(text, OtherWords);

    /// <summary>True when the file speaks of Gemini.</summary>
    public static bool IsGeminiFile(SyntaxNode node, CancellationToken cancellationToken)
        => HasFileSign(node, GeminiWords, cancellationToken) || (HasFileSign(node, GoogleHeader, cancellationToken) && Around(node, cancellationToken) == KeySign.Model);

    /// <summary>True when the file speaks of a provider of models.</summary>
    public static bool IsModelFile(SyntaxNode node, CancellationToken cancellationToken) => HasFileSign(node, KeyNames.Providers, cancellationToken);

    /// <summary>True when the file names the host of a model.</summary>
    public static bool HasModelHost(SyntaxNode node, CancellationToken cancellationToken) => HasFileSign(node, ModelHosts, cancellationToken);

    /// <summary>True for a text that names the host of a model.</summary>
    public static bool HasModelHost(string text) => Contains(text, ModelHosts);

    /// <summary>True when a name or a text of the file holds a word.</summary>
    public static bool HasText(SyntaxNode node, string word, CancellationToken cancellationToken) => HasFileSign(node, [word], cancellationToken);
}
