namespace GeminiGen.Testing;

/// <summary>What makes the fake of a contract. Generated code sets it when its module is loaded; where several assemblies do, theirs are alike.</summary>
/// <typeparam name="T">The contract.</typeparam>
internal static class FakeFactory<T>
    where T : class
{
    internal static Func<GeminiFake<T>, T>? Create { get; set; }
}
