namespace GeminiGen.Generator.Fakes;

/// <summary>The contract's own class.</summary>
/// <param name="TypeName">The class as an expression of C#, from <c>global::</c>.</param>
/// <param name="TakesConversations">Whether its constructor takes the conversations of keys.</param>
/// <param name="TakesServices">Whether its constructor takes services.</param>
internal sealed record FakeRenderer(string TypeName, bool TakesConversations, bool TakesServices);
