using System.Diagnostics.CodeAnalysis;
using GeminiGen;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers conversations by key.</summary>
public static class GeminiGenConversationExtensions
{
    /// <summary>
    /// Registers <see cref="KeyedConversations"/> for contracts with <see cref="ConversationKeyAttribute"/>, over the <see cref="IConversationStore"/> that
    /// is registered, or in memory where none is.
    /// </summary>
    /// <param name="builder">What <c>AddGeminiGen</c> returned.</param>
    /// <param name="configure">Sets the options, or <see langword="null"/> for the defaults.</param>
    /// <returns>The same builder.</returns>
    public static GeminiGenBuilder AddKeyedConversations(this GeminiGenBuilder builder, Action<ConversationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.AddOptions<ConversationOptions>();
        builder.Services.TryAddSingleton<IConversationStore>(static services => new InMemoryConversationStore(
            services.GetRequiredService<IOptions<ConversationOptions>>().Value,
            services.GetRequiredService<IOptions<GeminiOptions>>().Value.TimeProvider));
        builder.Services.TryAddSingleton(static services => new KeyedConversations(
            services.GetRequiredService<IConversationStore>(),
            services.GetRequiredService<IOptions<ConversationOptions>>().Value.Trimming));
        return builder;
    }

    /// <summary>Registers <see cref="KeyedConversations"/> over a store of your own.</summary>
    /// <typeparam name="TStore">The store: a singleton, since one serves all calls. A scoped service it needs comes from a scope of its own.</typeparam>
    /// <param name="builder">What <c>AddGeminiGen</c> returned.</param>
    /// <param name="configure">Sets the options, or <see langword="null"/> for the defaults.</param>
    /// <returns>The same builder.</returns>
    public static GeminiGenBuilder AddKeyedConversations<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(
        this GeminiGenBuilder builder, Action<ConversationOptions>? configure = null)
        where TStore : class, IConversationStore
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IConversationStore, TStore>();
        return builder.AddKeyedConversations(configure);
    }
}
