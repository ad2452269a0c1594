using System.Text;

namespace GeminiGen.Benchmarks.Server;

/// <summary>The HTTP responses of the loopback server, each complete with its head, shaped like the live API's (indented JSON, the usual fields).</summary>
internal static class CannedAnswers
{
    /// <summary>How many events the stream has.</summary>
    internal const int StreamChunks = 100;

    /// <summary>The text every text answer holds.</summary>
    internal const string AnswerText =
        "The report describes a quiet quarter: revenue rose by 4 % to 12.8 million, mostly from renewals, while new business stayed flat.\n"
        + "Costs grew faster than planned because two projects were late; the board asks for a new schedule by March.\n"
        + "\"Customers stay,\" it concludes, \"but too few arrive\" — the one risk it names is the dependence on a single supplier.";

    /// <summary>The typed answer, as the model writes it.</summary>
    internal const string CardJson =
        """{"title":"Quarterly report","kind":"Report","pages":12,"score":0.87,"topics":["revenue","renewals","late projects"],"author":"Finance"}""";

    internal static readonly byte[] Text = Unary(AnswerText);

    internal static readonly byte[] Card = Unary(CardJson);

    /// <summary>A stream whose events differ in their text and counts only, as most do.</summary>
    internal static readonly byte[] Stream = ChunkedStream(uneven: false);

    /// <summary>A stream each of whose events differs from the one before in what stands around its text, too.</summary>
    internal static readonly byte[] UnevenStream = ChunkedStream(uneven: true);

    /// <summary>What a chunk of an upload is answered with: the file, which only the last chunk's answer is read for.</summary>
    internal static readonly byte[] UploadChunk = Upload(
        "X-Goog-Upload-Status: final",
        """{"file":{"name":"files/bench","uri":"https://generativelanguage.googleapis.com/v1beta/files/bench","mimeType":"image/png","state":"ACTIVE"}}""");

    /// <summary>What the start of an upload is answered with.</summary>
    internal static byte[] UploadStart(int port) => Upload($"X-Goog-Upload-Status: active\r\nX-Goog-Upload-URL: http://127.0.0.1:{port}/upload-chunk", "");

    private static byte[] Upload(string header, string body) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\n{header}\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    private static byte[] Unary(string text)
    {
        byte[] body = Encoding.UTF8.GetBytes(Body(text, indented: true, last: true));
        string head = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nDate: Tue, 24 Nov 2026 08:00:00 GMT\r\n"
            + $"Server-Timing: gfet4t7; dur=812\r\nX-Gemini-Service-Tier: standard\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static byte[] ChunkedStream(bool uneven)
    {
        using var response = new MemoryStream();
        response.Write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nDate: Tue, 24 Nov 2026 08:00:00 GMT\r\nTransfer-Encoding: chunked\r\n\r\n"u8);
        for (int i = 1; i <= StreamChunks; i++)
        {
            byte[] sse = Encoding.UTF8.GetBytes($"data: {Body($"Sentence {i} of the \"answer\" goes on.\n", indented: false, last: i == StreamChunks, uneven ? i : 0)}\r\n\r\n");
            response.Write(Encoding.ASCII.GetBytes($"{sse.Length:x}\r\n"));
            response.Write(sse);
            response.Write("\r\n"u8);
        }

        response.Write("0\r\n\r\n"u8);
        return response.ToArray();
    }

    private static string Body(string text, bool indented, bool last, int logprobs = 0)
    {
        string quoted = '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + '"';
        string json = $$"""
            {
              "candidates": [
                {
                  "content": {
                    "parts": [
                      {
                        "text": {{quoted}}
                      }
                    ],
                    "role": "model"
                  },{{(last ? "\n      \"finishReason\": \"STOP\"," : "")}}{{(logprobs > 0 ? $"\n      \"avgLogprobs\": -0.{logprobs:D3}," : "")}}
                  "index": 0
                }
              ],
              "usageMetadata": {
                "promptTokenCount": 231,
                "candidatesTokenCount": 88,
                "totalTokenCount": 462,
                "promptTokensDetails": [
                  {
                    "modality": "TEXT",
                    "tokenCount": 231
                  }
                ],
                "thoughtsTokenCount": 143
              },
              "modelVersion": "gemini-3.8-flash",
              "responseId": "dFq1aOKeBdqhz7IP5_DWkAw"
            }

            """;
        return indented ? json : string.Concat(json.Split('\n').Select(static line => line.Trim()));
    }
}
