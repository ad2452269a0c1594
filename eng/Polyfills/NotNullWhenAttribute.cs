namespace System.Diagnostics.CodeAnalysis;

/// <summary>Says for which returned value an argument is not null; netstandard2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[Microsoft.CodeAnalysis.Embedded]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    /// <summary>The returned value after which the argument is not null.</summary>
    public bool ReturnValue { get; } = returnValue;
}
