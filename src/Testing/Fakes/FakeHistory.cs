using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen.Testing;

/// <summary>Keeps in a conversation what was said, as a real call does.</summary>
internal static class FakeHistory
{
    private static JsonSerializerOptions? _json;

    /// <summary>Adds the user's turn and the model's.</summary>
    internal static Task AddAsync(FakeState state, Conversation? conversation, string? key, FakeCall call, object? answer, CancellationToken cancellationToken)
    {
        if ((conversation is null && key is null) || !call.HasPrompt)
        {
            return Task.CompletedTask;
        }

        if (key is not null)
        {
            return state.Options.Conversations.UpdateAsync(key, Add, cancellationToken);
        }

        Add(conversation!);
        return Task.CompletedTask;

        void Add(Conversation history)
        {
            history.AddUserTurn(call.UserPrompt);
            history.AddModelTurn(answer as string ?? Describe(answer));
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Where reflection is off, the value's own text stands in.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Where reflection is off, the value's own text stands in.")]
    private static string Describe(object? answer)
    {
        if (!JsonSerializer.IsReflectionEnabledByDefault)
        {
            return answer?.ToString() ?? "null";
        }

        _json ??= new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };
        return JsonSerializer.Serialize(answer, _json);
    }
}
