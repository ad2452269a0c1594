namespace GeminiGen.Emulator.Validation;

/// <summary>What a field of the wire format holds.</summary>
internal enum WireKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A string of base64.</summary>
    Bytes,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A whole number of 32 bits, also accepted as a string.</summary>
    Integer,

    /// <summary>A number, also accepted as a string.</summary>
    Number,

    /// <summary>A length of time: seconds with an "s", such as <c>3.5s</c>.</summary>
    Duration,

    /// <summary>A point in time, as RFC 3339 writes it.</summary>
    Time,

    /// <summary>One of a list of upper-case names.</summary>
    Choice,

    /// <summary>An object with known fields.</summary>
    Message,

    /// <summary>An object whose members are the caller's and whose values are messages.</summary>
    Map,

    /// <summary>An object; not looked into.</summary>
    Object,

    /// <summary>Any JSON; not looked into.</summary>
    Any,
}
