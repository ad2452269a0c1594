using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG5003: all four safety categories are switched off, in a contract, a request or the settings of a client library.</summary>
internal static class SafetyOffRule
{
    private static readonly string[] Categories = ["HARASSMENT", "HATESPEECH", "SEXUALLYEXPLICIT", "DANGEROUSCONTENT"];

    /// <summary>Checks the attributes of a contract or of one of its methods.</summary>
    /// <param name="attributes">Those that set safety.</param>
    /// <param name="report">Takes the finding.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static void Check(IReadOnlyList<AttributeData> attributes, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        IEnumerable<string?[]> pairs = attributes.Select(static attribute => attribute.ConstructorArguments.Select(AttributeSetting.MemberOf).ToArray());
        if (AreAllOff(pairs.Where(static pair => pair.Length == 2).Select(static pair => (pair[0], pair[1]))) && attributes[0].ApplicationSyntaxReference?.GetSyntax(cancellationToken) is { } first)
        {
            report(Diagnostic.Create(Descriptors.SafetyOff, first.GetLocation()));
        }
    }

    /// <summary>Checks the settings of a request, or of an object that a client library has for them.</summary>
    public static void Check(RequestValue body, Action<Diagnostic> report)
    {
        foreach ((string? name, RequestValue value) in body.Descend())
        {
            if ((WireName.Is(name, "safetysettings") || WireName.Is(name, "safety")) && !value.IsObject && value.Location.SourceTree is not null && (AreAllOff(value) || IsLoopOverAll(value)))
            {
                report(Diagnostic.Create(Descriptors.SafetyOff, value.Location));
            }
        }
    }

    private static bool AreAllOff(RequestValue settings) => AreAllOff(settings.Items.Select(static item => (WordOf(item.Find("category")), WordOf(item.Find("threshold")))));

    private static bool AreAllOff(IEnumerable<(string? Category, string? Threshold)> settings)
    {
        HashSet<string> off = new(StringComparer.Ordinal);
        foreach ((string? category, string? threshold) in settings)
        {
            if (!IsOff(threshold))
            {
                return false;
            }

            off.Add(Plain(category).Replace("HARMCATEGORY", ""));
        }

        return Categories.All(off.Contains);
    }

    // Enum.GetValues<HarmCategory>().Select(category => new SafetySetting { Category = category, Threshold = HarmBlockThreshold.BlockNone })
    private static bool IsLoopOverAll(RequestValue settings)
        => settings is { Items.Count: 0, Operation: IInvocationOperation call }
            && call.DescendantsAndSelf().OfType<IInvocationOperation>().Any(static inner => inner.TargetMethod is { Name: "GetValues", ContainingType.SpecialType: SpecialType.System_Enum })
            && !call.DescendantsAndSelf().OfType<IInvocationOperation>().Any(static inner => inner.TargetMethod.Name is "Where" or "Except" or "Take" or "Skip")
            && call.Descendants().OfType<ISimpleAssignmentOperation>().Any(static set => set.Target is IPropertyReferenceOperation { Property.Name: "Threshold" } && IsOff(WordOf(ValueFlow.Unwrap(set.Value))));

    private static bool IsOff(string? threshold) => Plain(threshold).Replace("HARMBLOCKTHRESHOLD", "") is "BLOCKNONE" or "OFF";

    private static string Plain(string? name) => (name ?? "").Replace("_", "").ToUpperInvariant();

    private static string? WordOf(RequestValue? value) => value is null ? null : value.Constant as string ?? (value.Operation is { } operation ? WordOf(operation) : null);

    private static string? WordOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field.IsStatic: true } field => field.Field.Name,
        IPropertyReferenceOperation { Property.IsStatic: true } property => property.Property.Name,
        _ => operation.ConstantValue.Value as string,
    };
}
