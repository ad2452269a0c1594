namespace GeminiGen;

/// <summary>The extension method that registers a contract.</summary>
/// <param name="Accessibility">The accessibility of the class around the method.</param>
/// <param name="ExtensionClassName">The name of that class.</param>
/// <param name="MethodName">The name of the method.</param>
/// <param name="ImplementationTypeName">The generated class, from <c>global::</c>.</param>
internal sealed record RegistrationModel(
    string Accessibility,
    string ExtensionClassName,
    string MethodName,
    string ImplementationTypeName);
