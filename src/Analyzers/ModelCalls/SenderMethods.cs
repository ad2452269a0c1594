namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Methods of one type that send a request to a model.</summary>
/// <param name="TypeName">The metadata name of the type.</param>
/// <param name="Names">The names of the methods, every overload of them.</param>
internal sealed record SenderMethods(string TypeName, params string[] Names);
