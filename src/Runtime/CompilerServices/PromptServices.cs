using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>Finds what generated registrations need. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptServices
{
    /// <summary>The conversations by key.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The conversations.</returns>
    /// <exception cref="InvalidOperationException">None are registered.</exception>
    public static KeyedConversations GetConversations(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return (KeyedConversations?)services.GetService(typeof(KeyedConversations))
            ?? throw new InvalidOperationException("A contract has a [ConversationKey] parameter, and no conversations are registered. Add them: services.AddGeminiGen(…).AddKeyedConversations().");
    }
}
