namespace GeminiGen.Testing;

/// <summary>Makes fakes of contracts: no server, no HTTP, no key.</summary>
public static class GeminiFake
{
    /// <summary>
    /// Makes a fake of a contract. The type argument has to be the contract itself, somewhere in the test project: the generator writes the fake for it, with <c>On…</c> and
    /// <c>…Calls</c> for each of its methods.
    /// </summary>
    /// <typeparam name="T">The contract, an interface marked <see cref="GeminiPromptsAttribute"/>.</typeparam>
    /// <param name="options">How the fake works, or <see langword="null"/>.</param>
    /// <returns>The fake; what the code under test gets is its <see cref="GeminiFake{T}.Instance"/>.</returns>
    /// <exception cref="InvalidOperationException">No fake was generated for <typeparamref name="T"/>.</exception>
    public static GeminiFake<T> For<T>(GeminiFakeOptions? options = null)
        where T : class
        => new(options ?? new GeminiFakeOptions(), FakeFactory<T>.Create ?? throw new InvalidOperationException(
            $"There is no fake of {typeof(T)}. One is generated where a project that references GeminiGen.Testing calls GeminiFake.For<{typeof(T).Name}>() with the contract itself as type argument, " +
            "and for interfaces marked [GeminiPrompts] only."));
}
