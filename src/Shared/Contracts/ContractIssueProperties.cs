namespace GeminiGen;

/// <summary>The keys of what rules hand to their fixers.</summary>
internal static class ContractIssueProperties
{
    /// <summary>GG3003: the setting that makes the model think less, as an attribute has it.</summary>
    public const string LessThinking = nameof(LessThinking);

    /// <summary>GG0005: the placeholder's name.</summary>
    public const string Placeholder = nameof(Placeholder);

    /// <summary>GG0005: the name of the nearest parameter, when one is near.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>GG0006: the parameter's name.</summary>
    public const string Parameter = nameof(Parameter);

    /// <summary>GG0002: present when the type is right but for a <c>Task</c> around it.</summary>
    public const string WrapInTask = nameof(WrapInTask);

    /// <summary>GG0001: present when making the types around the contract partial is all it needs.</summary>
    public const string MakePartial = nameof(MakePartial);

    /// <summary>GG0010: present when the marked field could be a property.</summary>
    public const string MakeProperty = nameof(MakeProperty);

    /// <summary>GG0010: present when the marked property lacks a setter only.</summary>
    public const string AddInit = nameof(AddInit);

    /// <summary>GG0009: present when the marked property needs nothing but to be nullable.</summary>
    public const string MakeNullable = nameof(MakeNullable);

    /// <summary>GG0009: the name of the dictionary that wants nothing but texts as its keys.</summary>
    public const string KeyedType = nameof(KeyedType);

    /// <summary>GG0009: present when the marked property is right but for its converter.</summary>
    public const string RemoveConverter = nameof(RemoveConverter);

    /// <summary>GG0012: the name an enum's member shall have in JSON.</summary>
    public const string EnumMemberName = nameof(EnumMemberName);

    /// <summary>GG0012: present when nobody else reads what is marked, so that it can be removed.</summary>
    public const string CanRemove = nameof(CanRemove);

    /// <summary>GG0016: the placeholder between its braces, without format.</summary>
    public const string Path = nameof(Path);

    /// <summary>GG0017: a name that the API takes.</summary>
    public const string ToolName = nameof(ToolName);

    /// <summary>GG0007 and GG0018: the marked characters of the template, for a fixer to see whether they stand in the source as they are.</summary>
    public const string Marked = nameof(Marked);

    /// <summary>GG0018: the paths to convert together, with commas between them: to convert one makes the others look meant.</summary>
    public const string Paths = nameof(Paths);

    /// <summary>GG0007 and GG0018: what to write in their place.</summary>
    public const string Replacement = nameof(Replacement);
}
