namespace GeminiGen;

/// <summary>
/// Says that a <see langword="string"/> parameter names the conversation a call belongs to: <c>ChatAsync([ConversationKey] string user, string message)</c>.
/// The history is loaded from the application's <see cref="IConversationStore"/>, sent before the prompt, and saved with the two new turns after a
/// complete answer. <see langword="null"/> is a call without a history.
/// </summary>
/// <remarks>
/// A call that fails leaves what is stored as it was. Calls with the same key run one after the other within a process; of two in different processes the
/// one that saves later throws <see cref="GeminiConversationConflictException"/>. Take the key from what you know of the user, never from what the user
/// sends: who knows a key reads its history.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConversationKeyAttribute : Attribute;
