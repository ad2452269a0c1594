using Microsoft.CodeAnalysis;

namespace GeminiGen.Shared.Locks;

/// <summary>A method as the prompt lock names it: with its parameters, for overloads are methods of their own.</summary>
internal static class LockSignature
{
    /// <summary>Names a method as the generator knows it.</summary>
    public static string Create(string name, IEnumerable<PromptParameterModel> parameters)
        => Join(name, parameters.Select(static parameter => Describe(parameter.IsParams, parameter.TypeName, parameter.Name, parameter.DefaultValue)));

    /// <summary>Names a method as the compiler knows it.</summary>
    public static string Create(IMethodSymbol method)
        => Join(method.Name, method.Parameters.Select(static parameter => Describe(parameter.IsParams, PromptValues.GetArgumentType(parameter).GetAnnotatedName(), parameter.Name, CSharpLiteral.DefaultValue(parameter))));

    private static string Describe(bool isParams, string type, string name, string? value) => (isParams ? "params " : "") + type + " " + name + (value is null ? "" : " = " + value);

    private static string Join(string name, IEnumerable<string> parameters) => (name + "(" + string.Join(", ", parameters) + ")").Replace("global::", "");
}
