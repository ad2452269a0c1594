namespace GeminiGen;

/// <summary>A dictionary: a JSON object, or an array of keys and values where the dialect has no schema for an object of any members.</summary>
/// <param name="TypeName"><inheritdoc cref="AnswerType"/></param>
/// <param name="Name"><inheritdoc cref="AnswerType"/></param>
/// <param name="Kind">Which dictionary it is.</param>
/// <param name="Key">The index of the key's type: a string or an enum.</param>
/// <param name="Value">The index of the value's type.</param>
/// <param name="IsValueNullable">Whether a value may be null.</param>
internal sealed record DictionaryAnswer(string TypeName, string Name, DictionaryKind Kind, int Key, int Value, bool IsValueNullable)
    : AnswerType(TypeName, Name, false, null);
