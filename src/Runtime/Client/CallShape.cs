namespace GeminiGen;

/// <summary>What a call's request depends on beside its own words.</summary>
/// <param name="Model">The model that is asked.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="Tail">What ends the request's body.</param>
internal readonly record struct CallShape(string Model, ModelFacts Facts, byte[] Tail);
