using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content><c>[Repair]</c> and <c>[Include]</c>: they mean something to some return types only.</content>
internal sealed partial class PromptInterfaceParser
{
    /// <summary>How often the model is asked again unless the attribute says so.</summary>
    private const int DefaultRepairs = 2;

    private int ParseRepair(IMethodSymbol method, AttributeData? attribute, PromptCallKind call)
    {
        if (attribute is null)
        {
            return 0;
        }

        if (call is PromptCallKind.Value or PromptCallKind.ValueResult)
        {
            int repairs = attribute.GetNamedArgument(WellKnownNames.MaxAttempts).Value is int number ? number : DefaultRepairs;
            return repairs < 0 ? 0 : repairs;
        }

        if (IsOwn(method, attribute))
        {
            WarnOfAttribute(
                method,
                attribute,
                call is PromptCallKind.Text or PromptCallKind.TextResult or PromptCallKind.TextStream
                    ? "text is taken as it comes, and only JSON can be wrong; return a type, or remove it"
                    : "what a stream has given is with the caller already, and is not asked for again; return a task, or remove it");
        }

        return 0;
    }

    private bool Includes(IMethodSymbol method, AttributeData? attribute, string member, PromptCallKind call)
    {
        if (attribute.GetNamedArgument(member).Value is not true)
        {
            return false;
        }

        if (call is PromptCallKind.TextResult or PromptCallKind.ValueResult || method.ReturnType.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptStream))
        {
            return true;
        }

        if (IsOwn(method, attribute!))
        {
            WarnOfAttribute(method, attribute!, $"the return type has no place for it ({member}); return a 'PromptResult<T>' or a 'PromptStream<T>', or remove it");
        }

        return false;
    }

    /// <summary>Whether an attribute stands on the method itself: what stands on a contract is meant for the methods that can use it.</summary>
    private static bool IsOwn(IMethodSymbol method, AttributeData attribute)
    {
        foreach (AttributeData own in method.GetAttributes())
        {
            if (own == attribute)
            {
                return true;
            }
        }

        return false;
    }
}
