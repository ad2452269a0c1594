namespace GeminiGen;

/// <summary>How a value is written into a prompt.</summary>
internal enum PromptValueKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As it is.</summary>
    String,

    /// <summary>As one character.</summary>
    Char,

    /// <summary>As <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>By the name of its member.</summary>
    Enum,

    /// <summary>As it was given to the <c>Uri</c>.</summary>
    Uri,

    /// <summary>As a part of its own beside the text; a list as one part after the other.</summary>
    Media,

    /// <summary>Through <c>ISpanFormattable</c> and the invariant culture.</summary>
    SpanFormattable,

    /// <summary>Through <c>IFormattable</c> and the invariant culture.</summary>
    Formattable,
}
