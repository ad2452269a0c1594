using System.Text.Json;

namespace GeminiGen;

/// <summary>A value of an answer that its type cannot take; the message is what is wrong with it, as a part of a sentence, without the value.</summary>
internal class AnswerValueException(string fault) : JsonException(fault);
