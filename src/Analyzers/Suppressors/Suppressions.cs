using System.Collections.Immutable;
using GeminiGen.Analyzers.Texts;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Suppressors;

/// <summary>Warnings of other analyzers that do not hold where generated code uses what they are about. Ids are stable like those of rules: <c>GGSxxxx</c>.</summary>
internal static class Suppressions
{
    /// <summary>CA1002 on a property of an answer.</summary>
    public static readonly SuppressionDescriptor ListOfAnswer = Create(
        "GGS0001", "CA1002", "Generated code reads an answer into lists: a 'Collection<T>' would be an error here (GG0009)");

    /// <summary>CA1819 on a property of an answer.</summary>
    public static readonly SuppressionDescriptor ArrayOfAnswer = Create(
        "GGS0002", "CA1819", "The type carries an answer from generated code to its reader: the array is made for it, and nothing else holds it");

    /// <summary>CA2227 on a property of an answer.</summary>
    public static readonly SuppressionDescriptor SetterOfAnswer = Create(
        "GGS0003", "CA2227", "Generated code sets the property: without a setter the answer could not be read (GG0010)");

    /// <summary>CA1822 on a function of the model.</summary>
    public static readonly SuppressionDescriptor ToolMethod = Create(
        "GGS0004", "CA1822", "Generated code calls the method on the object that the model's functions belong to");

    /// <summary>Those about properties of answers, by the id of the warning.</summary>
    public static readonly ImmutableDictionary<string, SuppressionDescriptor> OfAnswers
        = ImmutableArray.Create(ListOfAnswer, ArrayOfAnswer, SetterOfAnswer).ToImmutableDictionary(static descriptor => descriptor.SuppressedDiagnosticId);

    private static SuppressionDescriptor Create(string id, string warning, string justification) => new(id, warning, new RuleText(justification));
}
