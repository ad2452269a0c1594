namespace GeminiGen.Testing;

/// <summary>How a fake works.</summary>
public sealed class GeminiFakeOptions
{
    /// <summary>The clock of delays and of the pauses in streams; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Whether each call writes the prompt that would be sent (see <see cref="FakeCall.Prompt"/>) and checks its arguments as the real class does; on unless set. Without it a call costs less.
    /// </summary>
    public bool RendersPrompts { get; set; } = true;

    /// <summary>
    /// What prompts are written by: models by contract, for instance. Needs no key. Contracts that name no model get <see cref="GeminiModels.Gemini38Flash"/>, and untrusted values a delimiter that is
    /// always the same, so that prompts can be compared.
    /// </summary>
    public GeminiOptions Client { get; } = new()
    {
        DefaultModel = GeminiModels.Gemini38Flash,
        UntrustedDelimiter = static () => "0123456789abcdef",
    };

    /// <summary>The conversations of <see cref="ConversationKeyAttribute"/> parameters; in memory unless set.</summary>
    public KeyedConversations Conversations { get; set; } = new();

    /// <summary>Where instances of functions come from that the model may call; a fake calls none, but lists them in the prompt. <see langword="null"/> unless set.</summary>
    public IServiceProvider? Services { get; set; }
}
