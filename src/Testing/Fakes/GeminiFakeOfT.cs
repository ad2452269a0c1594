namespace GeminiGen.Testing;

/// <summary>
/// A fake of a contract. Generated extension methods say what its methods answer, <c>fake.OnClassify(…)</c>, and give the calls of one method, <c>fake.ClassifyCalls()</c>. Thread-safe.
/// </summary>
/// <typeparam name="T">The contract.</typeparam>
public sealed class GeminiFake<T>
    where T : class
{
    internal GeminiFake(GeminiFakeOptions options, Func<GeminiFake<T>, T> create)
    {
        State = new FakeState(options);
        Instance = create(this);
    }

    /// <summary>The contract, for the code under test.</summary>
    public T Instance { get; }

    /// <summary>All calls so far in the order they came, those without an answer included.</summary>
    public IReadOnlyList<FakeCall> Calls => State.GetCalls();

    internal FakeState State { get; }
}
