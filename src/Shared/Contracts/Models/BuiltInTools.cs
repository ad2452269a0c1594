namespace GeminiGen;

/// <summary>The tools the API itself runs; the names are those of the runtime's enum.</summary>
[Flags]
internal enum BuiltInTools
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Search of the web.</summary>
    GoogleSearch = 1,

    /// <summary>Reading of pages the prompt names.</summary>
    UrlContext = 2,

    /// <summary>Running of code the model writes.</summary>
    CodeExecution = 4,
}
