using System.Text.Json;

namespace GeminiGen;

/// <summary>A value of an answer that its type cannot take; the message is what it must be, as a sentence that its path begins, without the value.</summary>
internal sealed class AnswerValueException(string fault) : JsonException(fault);
