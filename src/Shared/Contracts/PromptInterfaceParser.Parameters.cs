using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Parameters.</content>
internal sealed partial class PromptInterfaceParser
{
    private List<PromptParameterModel> ParseParameters(IMethodSymbol method, TemplateScope scope, bool isPromptRead)
    {
        List<PromptParameterModel> parameters = new(method.Parameters.Length);
        HashSet<PromptParameterUse> callKinds = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            bool used = scope.IsUsed[parameter.Ordinal];
            PromptParameterUse callKind = PromptValues.ClassifyForCall(parameter);
            if (PromptValues.FindUnkeepable(parameter) is { } cure)
            {
                RefuseParameter(parameter, cure);
            }
            else if (PromptValues.HoldsCancellationToken(parameter.Type))
            {
                RefuseParameter(parameter, "it would not cancel the call; take one 'CancellationToken', with '= default' where callers may leave it out");
            }
            else if (callKind != PromptParameterUse.None)
            {
                CheckCallParameter(method, parameter, callKind, used, isSecond: !callKinds.Add(callKind) && callKind != PromptParameterUse.ToolInstance);
                CheckConversationKey(method, parameter, callKind, callKinds);
            }
            else
            {
                CheckUse(method, parameter, scope, isPromptRead);
            }

            parameters.Add(CreateParameter(method, parameter, used, callKind));
        }

        return parameters;
    }

    private void CheckCallParameter(IMethodSymbol method, IParameterSymbol parameter, PromptParameterUse kind, bool isUsed, bool isSecond)
    {
        string noun = GetCallNoun(kind);
        if (isSecond)
        {
            RefuseParameter(parameter, "one " + noun + " is enough; remove this one");
        }
        else if (isUsed)
        {
            RefuseParameter(parameter, GetUsedCure(parameter, kind));
        }

        string cure = "a " + noun + " is never in a prompt; remove the attribute";
        WarnOfMark(method, parameter, WellKnownNames.NotInPromptAttribute, isMeaningless: true, cure);
        WarnOfMark(method, parameter, WellKnownNames.UntrustedAttribute, isMeaningless: true, cure);
    }

    private void CheckConversationKey(IMethodSymbol method, IParameterSymbol parameter, PromptParameterUse kind, HashSet<PromptParameterUse> kinds)
    {
        if (kind == PromptParameterUse.ConversationKey && parameter.Type.SpecialType != SpecialType.System_String)
        {
            RefuseParameter(parameter, "the key of a conversation is text; pass a 'string'");
        }
        else if (kind is PromptParameterUse.Conversation or PromptParameterUse.ConversationKey
            && kinds.Contains(PromptParameterUse.Conversation) && kinds.Contains(PromptParameterUse.ConversationKey))
        {
            RefuseParameter(parameter, "a call has one history, and a parameter before names it; remove one of the two");
        }
        else
        {
            WarnOfMark(
                method,
                parameter,
                WellKnownNames.ConversationKeyAttribute,
                isMeaningless: kind != PromptParameterUse.ConversationKey,
                "a " + GetCallNoun(kind) + " is no key; remove the attribute");
        }
    }

    private static string GetUsedCure(IParameterSymbol parameter, PromptParameterUse kind)
    {
        string reason = kind == PromptParameterUse.ConversationKey ? " is not for the model" : " is no text";
        return "a " + GetCallNoun(kind) + reason + "; remove '{" + parameter.Name + "}' from the prompt";
    }

    private static string GetCallNoun(PromptParameterUse kind) => kind switch
    {
        PromptParameterUse.Conversation => "conversation",
        PromptParameterUse.ConversationKey => "conversation's key",
        PromptParameterUse.Options => "set of options",
        PromptParameterUse.ToolInstance => "set of functions",
        PromptParameterUse.ToolApproval => "tool approval",
        _ => "cancellation token",
    };

    private void CheckUse(IMethodSymbol method, IParameterSymbol parameter, TemplateScope scope, bool isPromptRead)
    {
        bool isUsed = scope.IsUsed[parameter.Ordinal];
        if (scope.IsWritten[parameter.Ordinal] && PromptValues.Classify(parameter.Type) == PromptValueKind.None)
        {
            RefuseParameter(parameter, GetWrittenCure(parameter));
        }

        bool isKeptOut = WarnOfMark(method, parameter, WellKnownNames.NotInPromptAttribute, isUsed, "a template names it; remove one of the two");
        WarnOfMark(method, parameter, WellKnownNames.UntrustedAttribute, isKeptOut && !isUsed, "[NotInPrompt] keeps it out of the prompt; remove one of the two");
        if (!isKeptOut && !isUsed && isPromptRead && !scope.IsForeign[parameter.Ordinal])
        {
            _issues.Warn(
                DiagnosticIds.UnusedParameter,
                _locations.OfName(parameter),
                ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.Parameter, parameter.Name),
                parameter.Name,
                GetMemberName(method));
        }
    }

    private static string GetWrittenCure(IParameterSymbol parameter)
        => PromptValues.GetMediaCure(parameter.Type) ?? (PromptLists.FindElement(parameter.Type) is null
            ? $"name one of its members, as in '{{{parameter.Name}.…}}', or turn it into text first and pass a 'string'"
            : $"write '{{#each {parameter.Name} as item}}{{item}}{{/each}}', or turn it into text first and pass a 'string'");

    /// <summary>Looks for an attribute and reports it where it means nothing.</summary>
    /// <returns>Whether the attribute is there.</returns>
    private bool WarnOfMark(IMethodSymbol method, IParameterSymbol parameter, string mark, bool isMeaningless, string cure)
    {
        if (!_issues.IsListening || parameter.FindAttribute(WellKnownNames.Namespace, mark) is not { } attribute)
        {
            return false;
        }

        if (isMeaningless)
        {
            _issues.Warn(
                DiagnosticIds.ConflictingAttributes,
                _locations.OfArgument(attribute, null),
                CanRemove,
                "[" + mark.Substring(0, mark.Length - nameof(Attribute).Length) + "]",
                GetMemberName(method) + "(" + parameter.Name + ")",
                cure);
        }

        return true;
    }

    private void RefuseParameter(IParameterSymbol parameter, string cure)
        => _issues.Error(DiagnosticIds.UnsupportedParameterType, _locations.OfType(parameter), parameter.Name, parameter.Type.GetShortName(), cure);

    private PromptParameterModel CreateParameter(IMethodSymbol method, IParameterSymbol parameter, bool isUsed, PromptParameterUse callKind)
    {
        PromptParameterRules? rules = ParseRules(method, parameter);
        ITypeSymbol type = PromptValues.GetArgumentType(parameter);
        bool isNonNullReference = type.IsReferenceType && (type.NullableAnnotation == NullableAnnotation.NotAnnotated || PromptValues.DisallowsNull(parameter) || PromptValues.PromisesNotNull(parameter));
        return new PromptParameterModel(
            parameter.Name,
            type.GetAnnotatedName(),
            CSharpLiteral.DefaultValue(parameter),
            parameter.IsParams,
            isNonNullReference || rules is { Rules.IsRequired: true },
            callKind != PromptParameterUse.None ? callKind : isUsed ? PromptParameterUse.Written : PromptParameterUse.None,
            IsNullable: !isNonNullReference && (type.IsReferenceType || PromptValues.IsNullableValue(type)))
        {
            Rules = rules,
            NullPromises = PromptValues.GetNullPromises(parameter),
            DefaultAttributes = CSharpLiteral.DefaultAttributes(parameter),
        };
    }
}
