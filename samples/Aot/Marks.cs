namespace AotSample;

/// <summary>What may be good about a document.</summary>
[Flags]
internal enum Marks
{
    None = 0,
    Clear = 1,
    Short = 2,
    Complete = 4,
}
