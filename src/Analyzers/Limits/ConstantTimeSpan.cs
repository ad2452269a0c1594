using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Limits;

/// <summary>Reads time spans that are spelled out in source.</summary>
internal static class ConstantTimeSpan
{
    /// <summary>True for <c>TimeSpan.Zero</c> and for <c>TimeSpan.FromSeconds(0)</c> and its like with a constant of 0 or less.</summary>
    public static bool IsZeroOrNegative(IOperation value) => value switch
    {
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType: { } type } } => IsTimeSpan(type),
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { } type } method } call => IsTimeSpan(type) && IsFactory(method) && HasNoPositivePart(call),
        IDefaultValueOperation { Type: { } type } => IsTimeSpan(type),
        _ => false,
    };

    private static bool IsTimeSpan(ITypeSymbol type) => type is { Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsFactory(IMethodSymbol method)
        => method.Name is "FromDays" or "FromHours" or "FromMinutes" or "FromSeconds" or "FromMilliseconds" or "FromMicroseconds" or "FromTicks";

    private static bool HasNoPositivePart(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is not { HasValue: true, Value: IConvertible number }
                || Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                return false;
            }
        }

        // FromMilliseconds(-1) is the infinite time span.
        return call is not { TargetMethod.Name: "FromMilliseconds", Arguments: { Length: > 0 } arguments }
            || Convert.ToDouble(arguments[0].Value.ConstantValue.Value, System.Globalization.CultureInfo.InvariantCulture) != -1;
    }
}
