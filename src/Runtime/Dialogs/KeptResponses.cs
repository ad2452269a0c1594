using System.Text;

namespace GeminiGen;

/// <summary>A call's responses as they came, oldest first, for methods that want to see them or what they rest on.</summary>
internal sealed class KeptResponses
{
    // JSON; of a stream its events, separated by commas.
    private readonly List<string> _responses = [];

    /// <summary>Where the answer begins that the caller gets: what was said before a function was called, or before the model was asked again, is no part of it.</summary>
    private int _answerStart;

    /// <summary>Keeps a response.</summary>
    internal void Add(ReadOnlySpan<byte> json)
        => Add(Encoding.UTF8.GetString(json.StartsWith(AnswerReader.ByteOrderMark) ? json[AnswerReader.ByteOrderMark.Length..] : json));

    /// <inheritdoc cref="Add(ReadOnlySpan{byte})"/>
    internal void Add(string json)
    {
        if (json.Length > 0)
        {
            _responses.Add(json);
        }
    }

    /// <summary>Says that what follows is another answer.</summary>
    internal void StartAnswer() => _answerStart = _responses.Count;

    /// <summary>The response as it came, or an array when there were several.</summary>
    internal string ToJson() => _responses.Count == 1 ? _responses[0] : ToArray();

    /// <summary>The responses, or the events of all streams, as an array.</summary>
    internal string ToArray() => "[" + string.Join(',', _responses) + "]";

    /// <summary>What the answer rests on.</summary>
    internal PromptGrounding ReadGrounding()
    {
        GroundingReader reader = new();
        for (int i = 0; i < _responses.Count; i++)
        {
            reader.Read(_responses[i], isOfAnswer: i >= _answerStart);
        }

        return reader.ToGrounding();
    }
}
