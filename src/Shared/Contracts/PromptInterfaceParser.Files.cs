using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Templates in files, and those that include some.</content>
internal sealed partial class PromptInterfaceParser
{
    /// <summary>Whether a template names files, so that it cannot be bound before they are known.</summary>
    private static bool NeedsFiles(in MethodAttributes attributes)
        => attributes.PromptFile is not null || HasIncludes(attributes.Prompt) || HasIncludes(attributes.SystemInstruction);

    private static bool HasIncludes(AttributeData? attribute)
        => attribute is not null && GetTemplate(attribute) is var template && template.IndexOf("{>", StringComparison.Ordinal) >= 0 && PromptTemplate.Parse(template).HasIncludes;

    /// <summary>Binds the templates where the files are known, and leaves them to a later step where not.</summary>
    private MethodTemplates ParseFileTemplates(ContractMember member, in MethodAttributes attributes, TemplateScope scope, AnswerShape answer)
    {
        PendingPrompt pending = CreatePending(member, attributes, scope, answer);
        if (_files is null)
        {
            return new MethodTemplates(default, default, pending, IsRead: false);
        }

        PendingPromptBinder binder = new(pending, _files, scope, _issues);
        AttributeData prompt = attributes.PromptFile ?? attributes.Prompt!;
        if (attributes.SystemInstruction is { } instruction)
        {
            bool wasMuted = BeginShared(instruction, _contractAttributes.SystemInstruction);
            binder.BindInstruction(new AttributeSite(_locations, instruction, GetTemplate(instruction)));
            _issues.IsMuted = wasMuted;
        }

        BoundPrompt? bound = binder.BindPrompt(new AttributeSite(_locations, prompt, GetTemplate(prompt)), answer);
        if (bound is not null)
        {
            IMethodSymbol method = (IMethodSymbol)member.Symbol;
            WarnOfForeign(method, attributes.PromptFile is null ? attributes.Prompt : null, scope);
            WarnOfForeign(method, attributes.IsInstructionOwn ? attributes.SystemInstruction : null, scope);
            WarnOfForeign(method, pending.Prompt, scope);
        }

        return new MethodTemplates(default, default, pending, IsRead: bound is not null);
    }

    private PendingPrompt CreatePending(ContractMember member, in MethodAttributes attributes, TemplateScope scope, AnswerShape answer)
    {
        IMethodSymbol method = (IMethodSymbol)member.Symbol;
        bool[] isOfCall = new bool[method.Parameters.Length];
        ITypeSymbol[] types = new ITypeSymbol[method.Parameters.Length];
        PendingParameter[] parameters = new PendingParameter[method.Parameters.Length];
        for (int i = 0; i < types.Length; i++)
        {
            IParameterSymbol parameter = method.Parameters[i];
            PromptParameterUse use = PromptValues.ClassifyForCall(parameter);
            types[i] = PromptValues.GetArgumentType(parameter);
            isOfCall[i] = use != PromptParameterUse.None;
            parameters[i] = new PendingParameter(
                parameter.Name,
                isOfCall[i],
                scope.IsUntrusted(i),
                GetDefaultType(types[i]),
                isOfCall[i] ? FormatFault(parameter, GetUsedCure(parameter, use)) : null,
                PromptValues.Classify(parameter.Type) == PromptValueKind.None ? FormatFault(parameter, GetWrittenCure(parameter)) : null);
        }

        return new PendingPrompt(
            scope.Method,
            GetSource(attributes.PromptFile ?? attributes.Prompt!, isFile: attributes.PromptFile is not null),
            attributes.SystemInstruction is { } instruction ? GetSource(instruction, isFile: false) : null,
            attributes.IsInstructionOwn,
            new EquatableArray<PendingParameter>(parameters),
            PromptTypeReader.Copy(_compilation, _contract, _answers.Uses, types, isOfCall, answer.ExampleTypeName),
            GenerationSettings.Merge(null, _contractAttributes.Generation, attributes.InheritedGeneration),
            UnservedMembers.Create(member, message: "")!);
    }

    /// <summary>The keyword of a type that can be null and whose values a file can write; null for others.</summary>
    private static string? GetDefaultType(ITypeSymbol type)
    {
        bool canBeNull = type.IsReferenceType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated : PromptValues.IsNullableValue(type);
        return !canBeNull ? null : PromptValues.StripNullable(type).SpecialType switch
        {
            SpecialType.System_String => "string",
            SpecialType.System_Boolean => "bool",
            SpecialType.System_SByte => "sbyte",
            SpecialType.System_Byte => "byte",
            SpecialType.System_Int16 => "short",
            SpecialType.System_UInt16 => "ushort",
            SpecialType.System_Int32 => "int",
            SpecialType.System_UInt32 => "uint",
            SpecialType.System_Int64 => "long",
            SpecialType.System_UInt64 => "ulong",
            SpecialType.System_Single => "float",
            SpecialType.System_Double => "double",
            SpecialType.System_Decimal => "decimal",
            _ => null,
        };
    }

    private static TemplateSource GetSource(AttributeData attribute, bool isFile)
        => new(GetTemplate(attribute), isFile, IsHandlebars: isFile && attribute.GetNamedArgument(WellKnownNames.Syntax).Value is 1);

    private static string FormatFault(IParameterSymbol parameter, string cure)
        => ContractMessages.Format(DiagnosticIds.UnsupportedParameterType, [parameter.Name, parameter.Type.GetShortName(), cure]);

    /// <summary>The text in an attribute: a template, or the path of a file.</summary>
    private static string GetTemplate(AttributeData attribute)
        => attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string ?? string.Empty : string.Empty;
}
