namespace GeminiGen.Testing;

/// <summary>What a fake's method answers. Made by the generated <c>On…</c> methods.</summary>
public abstract class FakeSetup
{
    private protected FakeSetup()
    {
    }
}
