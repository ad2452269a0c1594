namespace GeminiGen.Testing;

/// <summary>One case of a data set.</summary>
/// <typeparam name="TInput">What is asked.</typeparam>
/// <typeparam name="TExpected">What is expected.</typeparam>
/// <param name="Name">Its name, by which reports list it.</param>
/// <param name="Input">What is asked.</param>
/// <param name="Expected">What is expected.</param>
public sealed record EvalCase<TInput, TExpected>(string Name, TInput Input, TExpected Expected);
