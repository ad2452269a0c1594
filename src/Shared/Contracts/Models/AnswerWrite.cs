namespace GeminiGen;

/// <summary>How a member's value reaches its object.</summary>
internal enum AnswerWrite
{
    /// <summary>Through its setter, once the object exists.</summary>
    Setter,

    /// <summary>Through the object initializer, because it is <c>required</c> or <c>init</c>.</summary>
    Initializer,

    /// <summary>Through its <c>init</c> accessor, once the object exists: where JSON has nothing for it, what its type initializes it with stays.</summary>
    InitAccessor,

    /// <summary>Through a parameter of the constructor.</summary>
    Constructor,
}
