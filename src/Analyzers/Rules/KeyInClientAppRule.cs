using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG5006: a key that ships with an app, in its code, its settings or its resources, reaches a model's client there. A key that the user brings, or that a server of one's own
/// hands out, does not ship.
/// </summary>
internal sealed class KeyInClientAppRule
{
    private static readonly string[] ClientTypes =
    [
        "Google.GenAI.Client", "Mscc.GenerativeAI.GoogleAI", "Mscc.GenerativeAI.GenerativeModel", "GenerativeAI.GoogleAi", "GenerativeAI.GenerativeModel", "GeminiDotnet.GeminiClient", "GeminiDotnet.GeminiClientOptions",
    ];

    private readonly string _app;

    private KeyInClientAppRule(string app) => _app = app;

    /// <summary>Waits for keys, in a project that becomes such an app.</summary>
    public static void Add(CallSiteRegistrar registrar, Compilation compilation, GeminiSymbols? symbols)
    {
        if (ClientApp.NameOf(compilation) is not { } app)
        {
            return;
        }

        var rule = new KeyInClientAppRule(app);
        registrar.OnSet(symbols?.Options, "ApiKey", (context, _, value) => rule.Check(context, value));
        registrar.OnCall(compilation.GetTypeByMetadataName("System.Net.Http.Headers.HttpHeaders"), ["Add", "TryAddWithoutValidation"], rule.CheckHeader);
        foreach (string name in ClientTypes)
        {
            registrar.OnCreate(compilation.GetTypeByMetadataName(name), rule.CheckClient);
        }
    }

    private void CheckHeader(CallSite context, IInvocationOperation call)
    {
        // Other products of Google take keys in the same header, and those of Maps belong into apps.
        if (call.Arguments.Length == 2
            && call.Arguments[0].Value.ConstantValue.Value is string header
            && string.Equals(header, "x-goog-api-key", StringComparison.OrdinalIgnoreCase)
            && KeySigns.Around(call.Syntax, context.CancellationToken) != KeySign.Other)
        {
            Check(context, call.Arguments[1].Value);
        }
    }

    private void CheckClient(CallSite context, IObjectCreationOperation creation)
    {
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Name: "apiKey" or "googleApiKey" or "key" } })
            {
                Check(context, argument.Value);
            }
        }
    }

    private void Check(CallSite context, IOperation value)
    {
        if (value.SemanticModel is { } model && Ships(value, new ValueFlow(model, context.CancellationToken)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.KeyInClientApp, value.Syntax.GetLocation(), _app));
        }
    }

    private static bool Ships(IOperation value, ValueFlow flow)
    {
        IOperation origin = flow.Trace(value);
        return origin switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => text.Length > 0,
            ICoalesceOperation coalesce => Ships(coalesce.Value, flow) || Ships(coalesce.WhenNull, flow),
            // configuration["Gemini:ApiKey"], ConfigurationManager.AppSettings["GeminiKey"]
            IPropertyReferenceOperation { Arguments.Length: 1, Property: { IsIndexer: true, ContainingType: { } type } } property
                => IsConfiguration(type) || property.Instance is IPropertyReferenceOperation { Property.Name: "AppSettings" },
            IInvocationOperation { TargetMethod: { Name: "GetValue", ContainingType.Name: "ConfigurationBinder" } } => true,
            // Properties.Settings.Default.GeminiKey, Resources.GeminiKey
            IPropertyReferenceOperation { Property: { ContainingType: { } type } } => IsGeneratedResource(type),
            // What Unity's inspector sets is built into the game.
            IFieldReferenceOperation { Field: { } field } => IsOfInspector(field),
            _ => false,
        };
    }

    private static bool IsConfiguration(ITypeSymbol type)
        => type.Name is "IConfiguration" or "IConfigurationRoot" or "IConfigurationSection" or "ConfigurationManager" or "WebAssemblyHostConfiguration";

    private static bool IsGeneratedResource(ITypeSymbol type)
        => type.Name is "Resources" || (type.Name == "Settings" && type.BaseType?.Name == "ApplicationSettingsBase");

    private static bool IsOfInspector(IFieldSymbol field)
    {
        if (field.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "SerializeField" or "SerializeFieldAttribute"))
        {
            return true;
        }

        for (INamedTypeSymbol? type = field.ContainingType; type is not null && field is { DeclaredAccessibility: Accessibility.Public, IsStatic: false }; type = type.BaseType)
        {
            if (type.Name is "MonoBehaviour" or "ScriptableObject")
            {
                return true;
            }
        }

        return false;
    }
}
