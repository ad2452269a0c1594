namespace GeminiGen;

/// <summary>What a parameter of a method that sends a prompt is for.</summary>
internal enum PromptParameterUse
{
    /// <summary>No template names it.</summary>
    None,

    /// <summary>It cancels the call.</summary>
    CancellationToken,

    /// <summary>It is the history the call belongs to.</summary>
    Conversation,

    /// <summary>It names the history the call belongs to.</summary>
    ConversationKey,

    /// <summary>It is an instance whose methods the model may call.</summary>
    ToolInstance,

    /// <summary>It decides about functions the model calls.</summary>
    ToolApproval,

    /// <summary>It says what is different for the call.</summary>
    Options,

    /// <summary>A template names it, so it is handed to the method that writes the prompt.</summary>
    Written,
}
