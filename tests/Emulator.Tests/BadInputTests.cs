using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>Clients that do what no client should: the emulator says so in the API's words where it can, and answers the next one.</summary>
public sealed class BadInputTests : EmulatorTest
{
    private const string Path = $"/v1beta/models/{Model}:generateContent";

    [Fact]
    public async Task Half_a_request_is_no_request()
    {
        for (int round = 0; round < 20; round++)
        {
            using Socket socket = await ConnectAsync(Emulator);
            await SendAsync(socket, Head(1000) + "{\"contents\":");
            socket.Shutdown(SocketShutdown.Send);
            Assert.DoesNotContain(" 200 ", await ReadToEndAsync(socket), StringComparison.Ordinal);
        }

        Assert.Empty(Emulator.Requests);
        await AnswerAsync(Bodies.Prompt("Hello"));
    }

    [Fact]
    public async Task A_body_that_never_ends_is_408_in_the_envelope()
    {
        var clock = new FakeTimeProvider();
        await using GeminiEmulator emulator = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { TimeProvider = clock, RequestTimeout = TimeSpan.FromMinutes(1) });
        using Socket socket = await ConnectAsync(emulator);
        await SendAsync(socket, Head(1000) + "{");
        Task<string> reply = ReadToEndAsync(socket);

        // The server may not be waiting yet when the clock first moves.
        while (!reply.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        string text = await reply;
        Assert.StartsWith("HTTP/1.1 408 ", text, StringComparison.Ordinal);
        Assert.Equal(408, (int)JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)])!["error"]!["code"]!);
        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task Headers_that_never_end_close_the_connection()
    {
        await using GeminiEmulator emulator = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { RequestTimeout = TimeSpan.FromSeconds(1) });
        using Socket socket = await ConnectAsync(emulator);
        await SendAsync(socket, $"POST {Path} HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        string text = await ReadToEndAsync(socket).WaitAsync(TimeSpan.FromSeconds(60));
        AssertRefused(408, text);
    }

    [Theory]
    [InlineData(400, "garbage\r\n\r\n")]
    [InlineData(400, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n")]
    [InlineData(400, "GET /v1beta/models HTTP/1.1\r\n\r\n")]
    [InlineData(400, "GET /v1beta/models HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n")]
    [InlineData(400, "POST /v1beta/models HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData(414, "GET /LONG HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData(431, "GET /v1beta/models HTTP/1.1\r\nHost: x\r\nX-Long: LONG\r\n\r\n")]
    [InlineData(505, "GET /v1beta/models HTTP/3.7\r\nHost: x\r\n\r\n")]
    public async Task What_no_endpoint_sees_is_refused_in_the_envelope_too(int status, string request)
    {
        using Socket socket = await ConnectAsync(Emulator);
        await socket.SendAsync(Encoding.Latin1.GetBytes(request.Replace("LONG", new string('a', 70_000), StringComparison.Ordinal)));
        AssertRefused(status, await ReadToEndAsync(socket).WaitAsync(TimeSpan.FromSeconds(60)));
        await AnswerAsync(Bodies.Prompt("Hello"));
    }

    private static void AssertRefused(int status, string response)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", response, StringComparison.Ordinal);
        Assert.Contains("\r\nx-gemini-emulator: true\r\n", response, StringComparison.Ordinal);
        string body = response[(response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.Contains($"\r\nContent-Length: {body.Length}\r\n", response, StringComparison.Ordinal);
        JsonNode error = JsonNode.Parse(body)!["error"]!;
        Assert.Equal(status, (int)error["code"]!);
        Assert.NotEqual("", (string)error["message"]!);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nno size\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nhello")]
    [InlineData("Content-Length: many\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello")]
    [InlineData("no colon here\r\n\r\n")]
    public async Task Broken_http_is_not_answered_with_success(string rest)
    {
        using Socket socket = await ConnectAsync(Emulator);
        await SendAsync(socket, $"POST {Path} HTTP/1.1\r\nHost: x\r\nx-goog-api-key: {Emulator.ApiKey}\r\n" + rest);
        socket.Shutdown(SocketShutdown.Send);
        string text = await ReadToEndAsync(socket);
        Assert.True(text.Length == 0 || text.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), text);
        await AnswerAsync(Bodies.Prompt("Hello"));
    }

    public static TheoryData<string, byte[]> Endpoints
    {
        get
        {
            var data = new TheoryData<string, byte[]>();
            byte[][] bodies =
            [
                "{"u8.ToArray(), "[]"u8.ToArray(), [0xFF, 0xFE, (byte)'{', (byte)'}'], [.. "{\"model\":\""u8, 0xC3, 0x28, .. "\"}"u8],
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))),
                Encoding.UTF8.GetBytes("{\"input\":" + new string('[', 200) + new string(']', 200) + "}"),
            ];
            string[] paths =
            [
                $"/v1beta/models/{Model}:countTokens", $"/v1beta/models/{Model}:batchGenerateContent", "/v1beta/models/gemini-embedding-001:batchEmbedContents",
                "/v1beta/cachedContents", "/v1beta/openai/chat/completions", "/v1beta/openai/embeddings", "/v1beta/interactions",
                $"/v1/publishers/google/models/{Model}:generateContent",
            ];
            foreach (string path in paths)
            {
                foreach (byte[] body in bodies)
                {
                    data.Add(path, body);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Odd_bodies_are_400_everywhere(string path, byte[] body)
    {
        using HttpResponseMessage response = await PostAsync(path, body);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, text);
        JsonNode reply = JsonNode.Parse(text)!;
        Assert.NotEqual("", (string)(reply is JsonArray list ? list[0]! : reply)["error"]!["message"]!);
    }

    [Theory]
    [InlineData("/v1beta/models/%00:generateContent")]
    [InlineData("/v1beta/models/..%2f..%2fetc:generateContent")]
    [InlineData("/v1beta/models/%E0%A4%A:generateContent")]
    [InlineData("/v1beta/files/%F0%9F%98%80")]
    [InlineData("/v1beta//models")]
    [InlineData("/v1beta/models/a:b:c:generateContent")]
    public async Task Odd_paths_are_refused(string path)
    {
        using HttpResponseMessage response = await PostAsync(path, "{}");
        Assert.InRange((int)response.StatusCode, 400, 404);
    }

    [Fact]
    public async Task A_schema_that_explodes_is_answered()
    {
        string[] members = [.. Enumerable.Range(0, 30).Select(index => $"\"m{index}\":" + """{"anyOf":[{"$ref":"#/$defs/Node"},{"type":"array","items":{"$ref":"#/$defs/Node"}}]}""")];
        string schema = """{"$ref":"#/$defs/Node","$defs":{"Node":{"type":"object","properties":{""" + string.Join(',', members) + "}}}}";
        string json = TextOf(await AnswerAsync(Bodies.Typed("Describe this document.\n\n" + Bodies.Article, "responseJsonSchema", schema)));
        SchemaCheck.AssertValid(schema, json);
    }

    [Theory]
    [InlineData("""{"type":"array","minItems":1000,"items":{"type":"array","minItems":1000,"items":{"type":"array","minItems":1000,"items":{"type":"string"}}}}""")]
    [InlineData("""{"type":"array","minItems":1000000,"items":{"type":"integer"}}""")]
    [InlineData("""{"type":"string","pattern":"((a{900}){900}){900}"}""")]
    [InlineData("""{"type":"string","pattern":"^a{100000000}$"}""")]
    [InlineData("""{"type":"string","pattern":"^(){2000000000}(){2000000000}a{2000000000}$"}""")]
    [InlineData("""{"type":"string","minLength":2000000000}""")]
    [InlineData("""{"type":"object","minProperties":100000000,"additionalProperties":{"type":"string"}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string","minLength":5000000},{"type":"null"}]}}}""")]
    public async Task A_schema_no_answer_can_fill_is_refused(string schema)
    {
        JsonObject error = await RefusalAsync(Bodies.Typed("Hello", "responseJsonSchema", schema));
        Assert.Contains("too many states for serving", (string)error["message"]!, StringComparison.Ordinal);
        string function = """{"contents":[{"parts":[{"text":"Hello"}]}],"tools":[{"functionDeclarations":[{"name":"f","parametersJsonSchema":{"type":"object","properties":{"a":SCHEMA}}}]}]}""";
        Assert.Contains("too many states for serving", (string)(await RefusalAsync(JsonNode.Parse(function.Replace("SCHEMA", schema, StringComparison.Ordinal))!))["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_ends_at_the_limit_of_the_model()
    {
        JsonObject answer = await AnswerAsync(Bodies.Typed("Hello", "responseJsonSchema", """{"type":"array","minItems":20000,"items":{"type":"string","minLength":20}}"""));
        Assert.Equal("MAX_TOKENS", (string)answer["candidates"]![0]!["finishReason"]!);
        JsonNode usage = answer["usageMetadata"]!;
        Assert.InRange((int)usage["candidatesTokenCount"]! + (int)usage["thoughtsTokenCount"]!, 60_000, 65_536);
    }

    [Fact]
    public async Task Ten_thousand_connections_may_be_open()
    {
        // Both ends are in this process; what is left of its descriptors is for everything else.
        int count = (int)Math.Min(10_000, (Descriptors() - 600) / 2);
        var sockets = new List<Socket>();
        try
        {
            while (sockets.Count < count)
            {
                sockets.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(200, count - sockets.Count)).Select(_ => ConnectAsync(Emulator))));
            }

            foreach (Socket socket in sockets.Where((_, index) => index % 2 == 0))
            {
                await SendAsync(socket, $"POST {Path} HTTP/1.1\r\nHost: x\r\n");
            }

            await AnswerAsync(Bodies.Prompt("Hello"));
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }

        await AnswerAsync(Bodies.Prompt("Hello"));
    }

    [Fact]
    public async Task Other_machines_are_kept_out_unless_let_in_and_that_is_said_loudly()
    {
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(Emulator.BaseAddress.Host)));
        using var warnings = new StringWriter();
        await using (await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { Warnings = warnings }))
        {
            Assert.Equal("", warnings.ToString());
        }

        await using GeminiEmulator open = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { AllowRemoteConnections = true, Warnings = warnings });
        Assert.StartsWith("WARNING: the Gemini emulator accepts connections from other machines", warnings.ToString(), StringComparison.Ordinal);
        Assert.Contains($"port {open.BaseAddress.Port}", warnings.ToString(), StringComparison.Ordinal);
        using HttpResponseMessage response = await Http.GetAsync(new Uri(open.BaseAddress, "/v1beta/models"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        // The whole of 127/8 is this machine, but only 127.0.0.1 is what loopback means here.
        using Socket elsewhere = await ConnectAsync(open, "127.0.0.2");
        await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(Emulator, "127.0.0.2"));
    }

    [Fact]
    public async Task A_time_limit_of_nothing_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => GeminiEmulator.StartAsync(new GeminiEmulatorOptions { RequestTimeout = TimeSpan.Zero }));

    private string Head(int length) => $"POST {Path} HTTP/1.1\r\nHost: x\r\nx-goog-api-key: {Emulator.ApiKey}\r\nContent-Length: {length}\r\n\r\n";

    private static async Task<Socket> ConnectAsync(GeminiEmulator emulator, string address = "127.0.0.1")
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Parse(address), emulator.BaseAddress.Port);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<string> ReadToEndAsync(Socket socket)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await socket.ReceiveAsync(buffer)) > 0)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
        catch (SocketException)
        {
            // The server cut it, which is an end too.
        }

        return text.ToString();
    }

    /// <summary>How many descriptors this process may have; where the system does not say, few.</summary>
    private static long Descriptors()
    {
        const string Limits = "/proc/self/limits";
        string? line = File.Exists(Limits) ? File.ReadLines(Limits).FirstOrDefault(text => text.StartsWith("Max open files", StringComparison.Ordinal)) : null;
        return line is not null && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], out long most) ? most : 1024;
    }
}
