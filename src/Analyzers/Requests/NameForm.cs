namespace GeminiGen.Analyzers.Requests;

/// <summary>How a serializer writes the names of members.</summary>
internal enum NameForm
{
    /// <summary>As the source has them.</summary>
    AsWritten,

    /// <summary>With a small first letter.</summary>
    Camel,

    /// <summary>As settings say that the source does not show here.</summary>
    Unknown,
}
