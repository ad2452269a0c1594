namespace GeminiGen;

/// <summary>Who speaks in a turn.</summary>
public enum ConversationRole
{
    /// <summary>The user, or the program with the results of functions the model called.</summary>
    User,

    /// <summary>The model.</summary>
    Model,
}
