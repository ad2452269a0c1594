namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>A client library whose calls reach a model.</summary>
/// <param name="Name">Its name, as messages give it.</param>
/// <param name="Provider">Whose models answer.</param>
/// <param name="Namespace">The namespace its types stand in, or below.</param>
/// <param name="Retry">What it does itself about failed requests.</param>
/// <param name="Switch">How that is turned on and off; null where it cannot be.</param>
/// <param name="Methods">The methods that send.</param>
internal sealed record ModelSender(string Name, ModelProvider Provider, string Namespace, OwnRetry Retry, RetrySwitch? Switch, params SenderMethods[] Methods);
