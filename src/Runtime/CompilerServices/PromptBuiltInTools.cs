using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>The tools the API itself runs for a method. Used by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum PromptBuiltInTools
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
