using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>A request for vectors: one text, or a batch of them.</summary>
/// <param name="client">The client that will send it.</param>
/// <param name="method">The method called.</param>
internal sealed class EmbeddingRequest(GeminiClient client, PromptMethod method) : PromptRequest(client, method)
{
    internal void WriteOne(string model, string text, string? title) => Write(model, text, title);

    internal void WriteBatch(string model, ReadOnlySpan<string> texts)
    {
        Body.Append("{\"requests\":["u8);
        for (int i = 0; i < texts.Length; i++)
        {
            if (i > 0)
            {
                Body.Append(","u8);
            }

            Write(model, texts[i], title: null);
        }

        Body.Append("]}"u8);
    }

    private void Write(string model, string text, string? title)
    {
        Body.Append("{\"model\":\""u8);
        JsonText.AppendEscaped(Body, ModelName.ToPath(model));
        Body.Append("\",\"content\":{\"parts\":[{\"text\":\""u8);
        JsonText.AppendEscaped(Body, text);
        Body.Append("\"}]}"u8);
        if (!string.IsNullOrEmpty(title))
        {
            Body.Append(",\"title\":\""u8);
            JsonText.AppendEscaped(Body, title);
            Body.Append("\""u8);
        }

        if (!Method.Settings.IsEmpty)
        {
            Body.Append(","u8);
            Body.Append(Method.Settings);
        }

        Body.Append("}"u8);
    }
}
