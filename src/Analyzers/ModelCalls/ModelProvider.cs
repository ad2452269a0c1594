namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Whose models answer a call.</summary>
internal enum ModelProvider
{
    /// <summary>Not to be told: the library is for models of many.</summary>
    Any,

    /// <summary>Gemini, by the Gemini API.</summary>
    Gemini,

    /// <summary>Gemini and others, by Vertex AI.</summary>
    VertexAI,

    /// <summary>OpenAI.</summary>
    OpenAI,

    /// <summary>OpenAI's models, hosted by Azure, and what else Azure hosts.</summary>
    Azure,

    /// <summary>Anthropic.</summary>
    Anthropic,

    /// <summary>Models on a machine of one's own, by Ollama.</summary>
    Ollama,

    /// <summary>Another host of models.</summary>
    Other,
}
