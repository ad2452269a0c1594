namespace Quickstart;

/// <summary>What sort of document it is.</summary>
public enum DocumentKind
{
    /// <summary>It teaches how to use something.</summary>
    Guide,

    /// <summary>It tells what happened.</summary>
    Report,

    /// <summary>It is written to somebody.</summary>
    Letter,

    /// <summary>Anything else.</summary>
    Other,
}
