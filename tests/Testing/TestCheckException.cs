namespace GeminiGen.TestHarness;

/// <summary>A check of the test harness failed; the message is what the test prints.</summary>
public sealed class TestCheckException : Exception
{
    /// <summary>Creates the exception.</summary>
    public TestCheckException(string message)
        : base(message)
    {
    }
}
