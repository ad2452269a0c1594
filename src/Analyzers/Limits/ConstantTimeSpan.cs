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

    /// <summary>The seconds of <c>TimeSpan.MaxValue</c> and of <c>TimeSpan.FromDays(30)</c> and its like with one constant; null when it is anything else.</summary>
    public static double? SecondsOf(IOperation value) => value switch
    {
        IFieldReferenceOperation { Field: { Name: "MaxValue", ContainingType: { } type } } when IsTimeSpan(type) => TimeSpan.MaxValue.TotalSeconds,
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { } type } method } call when IsTimeSpan(type) && SecondsPerUnit(method.Name) is { } unit => ReadAmount(call) * unit,
        _ => null,
    };

    private static double? SecondsPerUnit(string factory) => factory switch
    {
        "FromDays" => 24 * 60 * 60,
        "FromHours" => 60 * 60,
        "FromMinutes" => 60,
        "FromSeconds" => 1,
        "FromMilliseconds" => 0.001,
        _ => null,
    };

    // Newer overloads take the smaller units as further arguments, 0 unless written.
    private static double? ReadAmount(IInvocationOperation call)
    {
        double? amount = null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit)
            {
                bool isNumber = amount is null && argument.Value.ConstantValue is { HasValue: true, Value: IConvertible };
                if (!isNumber)
                {
                    return null;
                }

                amount = Convert.ToDouble(argument.Value.ConstantValue.Value, System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return amount;
    }

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
