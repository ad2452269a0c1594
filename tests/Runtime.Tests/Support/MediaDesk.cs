using GeminiGen.CompilerServices;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>What the generator would write for prompts with media.</summary>
internal static class MediaDesk
{
    /// <summary>Writes texts and media in the order given.</summary>
    internal static PromptRequest Write(GeminiClient client, PromptMethod? method, params object?[] pieces)
    {
        PromptRequest request = new(client, method ?? Desk.Method());
        JsonPromptWriter writer = new(request);
        writer.BeginUserTurn();
        foreach (object? piece in pieces)
        {
            switch (piece)
            {
                case string text:
                    writer.Value(text);
                    break;
                case IEnumerable<Media> list:
                    writer.Media(list);
                    break;
                default:
                    writer.Media((Media?)piece);
                    break;
            }
        }

        writer.EndUserTurn();
        return request;
    }

    internal static Task<string> AskAsync(GeminiClient client, params object?[] pieces)
        => PromptCalls.GenerateTextAsync(Write(client, null, pieces), CancellationToken.None);

    /// <summary>The value of <c>parts</c> that goes out.</summary>
    internal static async Task<string> PartsAsync(params object?[] pieces)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        await AskAsync(client, pieces);
        SentRequest sent = Assert.Single(handler.Requests);
        Assert.Equal(sent.Body.Length, sent.Message.Content!.Headers.ContentLength);
        const string Start = "{\"contents\":[{\"role\":\"user\",\"parts\":";
        Assert.StartsWith(Start, sent.Text, StringComparison.Ordinal);
        Assert.EndsWith("}]}", sent.Text, StringComparison.Ordinal);
        return sent.Text[Start.Length..^"}]}".Length];
    }
}
