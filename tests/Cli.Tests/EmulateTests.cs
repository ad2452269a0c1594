using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;

namespace GeminiGen.Cli.Tests;

/// <summary><c>geminigen emulate</c>, as a user runs it.</summary>
public sealed class EmulateTests : IDisposable
{
    private const string DefaultKey = "emulator-key";

    private readonly string _folder = Directory.CreateTempSubdirectory("geminigen-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Runs_until_it_is_interrupted_and_says_how_to_reach_it()
    {
        await using ToolProcess tool = await ToolProcess.EmulateAsync();
        string address = tool.Address.AbsoluteUri.TrimEnd('/');
        Assert.Equal("127.0.0.1", tool.Address.Host);
        Assert.Contains($"GOOGLE_GEMINI_BASE_URL={address}\n", tool.Output, StringComparison.Ordinal);
        Assert.Contains($"GEMINI_API_KEY={DefaultKey}\n", tool.Output, StringComparison.Ordinal);
        Assert.Contains($"{address}/v1beta/openai/", tool.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(tool));
        Assert.Equal(1, (int)(await AdminAsync(tool))["received"]!);
        (int code, string errors) = await tool.StopAsync();
        Assert.Equal((0, ""), (code, errors));
        Assert.EndsWith("Stopped.\n", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_cleanly_when_it_is_terminated_in_the_middle_of_a_stream()
    {
        string script = Write("""{"rules":[{"fault":"stallStream"}]}""");
        await using ToolProcess tool = await ToolProcess.EmulateAsync("--script", script);
        using HttpClient http = Client(tool);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path("streamGenerateContent?alt=sse")) { Content = Body() };
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((0, ""), await tool.StopAsync("TERM"));
    }

    [Fact]
    public async Task Key_of_ones_own_is_accepted_alone_and_not_repeated()
    {
        string key = "own-" + Guid.NewGuid().ToString("N");
        await using ToolProcess tool = await ToolProcess.EmulateAsync("--key", key);
        Assert.DoesNotContain(key, tool.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(tool, key));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(tool));
    }

    [Fact]
    public async Task Listens_to_this_machine_alone_unless_told_otherwise_and_warns_then()
    {
        await using (ToolProcess tool = await ToolProcess.EmulateAsync())
        {
            Assert.True(IPAddress.IsLoopback(Listener(tool)));
        }

        await using ToolProcess open = await ToolProcess.EmulateAsync("--host", "0.0.0.0");
        Assert.Equal(IPAddress.Any, Listener(open));
        (int code, string errors) = await open.StopAsync();
        Assert.Equal(0, code);
        Assert.Contains("WARNING", errors, StringComparison.Ordinal);
        Assert.Contains("other machines", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_quota_and_clock_are_taken()
    {
        string script = Write("""{"rules":[{"when":{"call":1},"fault":"unavailable"}]}""");
        await using ToolProcess tool = await ToolProcess.EmulateAsync("--script", script, "--quota", "rpm=2", "--quota", "gemini-3.5-flash:rpm=0", "--clock", "2026-11-30T08:00:20Z", "--seed", "7");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await SendAsync(tool));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(tool));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(tool));
        using HttpClient http = Client(tool);
        using HttpResponseMessage response = await http.PostAsync(new Uri("/v1beta/models/gemini-3.5-flash:generateContent", UriKind.Relative), Body());
        Assert.Contains("\"retryDelay\":\"40s\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_exchanges_are_replayed()
    {
        string recordings = System.IO.Path.Combine(_folder, "recordings");
        string answer;
        await using (ToolProcess tool = await ToolProcess.EmulateAsync("--record", recordings))
        {
            answer = await AnswerAsync(tool, "Hello");
            await tool.StopAsync();
        }

        Assert.Single(Directory.GetFiles(recordings));
        await using ToolProcess replay = await ToolProcess.EmulateAsync("--replay", recordings);
        Assert.Equal(answer, await AnswerAsync(replay, "Hello"));
        Assert.Contains("record it anew", await AnswerAsync(replay, "Something else"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_of_a_script_is_told_with_its_place()
    {
        string script = Write("{\n  \"rules\": [ { \"answr\": \"x\" } ]\n}");
        (int code, _, string errors) = await ToolProcess.RunAsync("emulate", "--port", "0", "--script", script);
        Assert.Equal(1, code);
        Assert.StartsWith($"{script}(2,16): \"answr\" means nothing in a rule.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rpm=5,tpm=250000", "--quota", "five")]
    [InlineData("none.json", "--script", "none.json")]
    [InlineData("write localhost", "--host", "example.com")]
    [InlineData("leave one out", "--record", "a", "--replay", "b")]
    [InlineData("--port", "--port", "many")]
    [InlineData("a model that the catalogue does not know: 'zz'", "--quota", "zz:rpm=5")]
    public async Task Wrong_option_is_told_in_one_line_with_its_cure(string cure, params string[] arguments)
    {
        (int code, _, string errors) = await ToolProcess.RunAsync(["emulate", "--port", "0", .. arguments]);
        Assert.Equal(1, code);
        Assert.Contains(cure, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("-1")]
    public async Task Port_that_is_none_is_told(string port)
    {
        (int code, _, string errors) = await ToolProcess.RunAsync("emulate", "--port", port);
        Assert.Equal(1, code);
        Assert.Contains("from 0 to 65535", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_port_is_told()
    {
        await using ToolProcess tool = await ToolProcess.EmulateAsync();
        (int code, _, string errors) = await ToolProcess.RunAsync("emulate", "--port", tool.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1, code);
        Assert.Contains("address already in use", errors, StringComparison.OrdinalIgnoreCase);
    }

    private static IPAddress Listener(ToolProcess tool) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Single(listener => listener.Port == tool.Address.Port).Address;

    private static async Task<HttpStatusCode> SendAsync(ToolProcess tool, string key = DefaultKey)
    {
        using HttpClient http = Client(tool, key);
        using HttpResponseMessage response = await http.PostAsync(Path("generateContent"), Body());
        return response.StatusCode;
    }

    private static async Task<string> AnswerAsync(ToolProcess tool, string text)
    {
        using HttpClient http = Client(tool);
        using HttpResponseMessage response = await http.PostAsync(Path("generateContent"), Body(text));
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<JsonNode> AdminAsync(ToolProcess tool)
    {
        using HttpClient http = Client(tool);
        return (await http.GetFromJsonAsync<JsonNode>(new Uri("/admin", UriKind.Relative)))!;
    }

    private static HttpClient Client(ToolProcess tool, string key = DefaultKey)
    {
        var http = new HttpClient { BaseAddress = tool.Address };
        http.DefaultRequestHeaders.Add("x-goog-api-key", key);
        return http;
    }

    private static Uri Path(string method) => new("/v1beta/models/gemini-3.8-flash:" + method, UriKind.Relative);

    private static StringContent Body(string text = "Hello") => new($$"""{"contents":[{"role":"user","parts":[{"text":"{{text}}"}]}]}""");

    private string Write(string script)
    {
        string path = System.IO.Path.Combine(_folder, "faults.json");
        File.WriteAllText(path, script);
        return path;
    }
}
