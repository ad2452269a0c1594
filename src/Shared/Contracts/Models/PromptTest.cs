namespace GeminiGen;

/// <summary>How a condition of a template is asked.</summary>
internal enum PromptTest
{
    /// <summary>It is a <c>bool</c>.</summary>
    Boolean,

    /// <summary>It is text; asked whether there is any.</summary>
    Text,

    /// <summary>It can be null; asked whether it is not.</summary>
    NotNull,

    /// <summary>It is a list; asked whether it has items.</summary>
    NotEmpty,

    /// <summary>It is a loop's counter; asked whether it is at the first item.</summary>
    First,
}
