namespace GeminiGen;

/// <summary>What a method that gives vectors hands back.</summary>
internal enum EmbeddingShape
{
    /// <summary><c>float[]</c>.</summary>
    Array,

    /// <summary><c>ReadOnlyMemory&lt;float&gt;</c>.</summary>
    Memory,

    /// <summary><c>float[][]</c>.</summary>
    Arrays,

    /// <summary><c>ReadOnlyMemory&lt;float&gt;[]</c>.</summary>
    Memories,
}
