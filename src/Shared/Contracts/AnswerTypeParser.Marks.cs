using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Attributes of types and members that answers pass over: their reader believes in them.</content>
internal sealed partial class AnswerTypeParser
{
    private const string SerializationNamespace = "System.Text.Json.Serialization";

    /// <summary>Warns of what a type and its members say about themselves and nobody does.</summary>
    private void WarnOfMarks(INamedTypeSymbol type)
    {
        if (!_issues.IsListening)
        {
            return;
        }

        if (type.Implements(AnnotationReader.Namespace, "IValidatableObject"))
        {
            Warn("IValidatableObject", _locations.OfName(type), type, "answers are checked by the annotations of their members, and 'Validate' is never called; call it where the value is used");
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            WarnOfMarks(current, isType: true);
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol)
                {
                    WarnOfMarks(member, isType: false);
                }
            }
        }
    }

    private void WarnOfMarks(ISymbol symbol, bool isType)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            string? cure = attribute.AttributeClass switch
            {
                { Name: "JsonExtensionDataAttribute" } type when type.IsNamed(SerializationNamespace, type.Name)
                    => "the model answers with the members of the schema alone, so it stays empty; remove it",
                { Name: "JsonNumberHandlingAttribute" } type when type.IsNamed(SerializationNamespace, type.Name) && attribute.ConstructorArguments is [{ Value: not 0 }]
                    => "the schema asks for numbers, and they are read as numbers; remove it",
                var type when isType && AnnotationReader.IsAnnotation(type)
                    => "answers are checked member by member; check the value where it is used, or remove it",
                _ => null,
            };
            if (cure is not null)
            {
                Warn("[" + AnnotationReader.GetName(attribute) + "]", _locations.OfArgument(attribute, null), symbol, cure);
            }
        }
    }

    private void Warn(string what, Location location, ISymbol owner, string cure)
        => _issues.Warn(
            DiagnosticIds.ConflictingAttributes,
            location,
            ImmutableDictionary<string, string?>.Empty,
            what,
            owner is ITypeSymbol type ? type.GetShortName() : owner.ContainingType.Name + "." + owner.Name,
            cure);

    /// <summary>Whether the serializer would throw at the first answer: one attribute takes what the other refuses.</summary>
    private static bool TakesAndRefusesMore(INamedTypeSymbol type)
    {
        if (type.FindAttribute(SerializationNamespace, "JsonUnmappedMemberHandlingAttribute") is not { ConstructorArguments: [{ Value: 1 }] })
        {
            return false;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member.FindAttribute(SerializationNamespace, "JsonExtensionDataAttribute") is not null)
            {
                return true;
            }
        }

        return false;
    }
}
