using GeminiGen.Analyzers.Tests.Requests;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests.Limits;

/// <summary>GG3004.</summary>
public sealed class UnboundedHistoryTests
{
    [Theory]
    [InlineData("""
        class C
        {
            readonly HttpClient _http = new();
            readonly List<object> _history = new();
            public async Task<string> AskAsync(string text)
            {
                {|GG3004:_history.Add(new { role = "user", parts = new[] { new { text } } })|};
                var response = await _http.PostAsJsonAsync("URL", new { contents = _history });
                var answer = await response.Content.ReadAsStringAsync();
                _history.Add(new { role = "model", parts = new[] { new { text = answer } } });
                return answer;
            }
        }
        """)]
    [InlineData("""
        class C
        {
            readonly HttpClient _http = new();
            private string _talk = "";
            public async Task AskAsync(string text)
            {
                {|GG3004:_talk += "User: " + text|};
                await _http.PostAsJsonAsync("URL", new { contents = new[] { new { parts = new[] { new { text = _talk } } } } });
            }
        }
        """)]
    [InlineData("""
        class C
        {
            static readonly HttpClient Http = new();
            static async Task Main()
            {
                var history = new List<object>();
                while (true)
                {
                    var line = Console.ReadLine();
                    if (line == null) { break; }
                    {|GG3004:history.Add(new { role = "user", parts = new[] { new { text = line } } })|};
                    var body = new { contents = history };
                    await Http.PostAsJsonAsync("URL", body);
                }
            }
        }
        """)]
    [InlineData("""
        class C
        {
            readonly HttpClient _http = new();
            readonly StringBuilder _log = new();
            public Task AskAsync(string text)
            {
                {|GG3004:_log.AppendLine(text)|};
                return SendAsync();
            }
            Task SendAsync() => _http.PostAsJsonAsync("URL", new { contents = new[] { new { parts = new[] { new { text = _log.ToString() } } } } });
        }
        """)]
    [InlineData("""
        class C
        {
            readonly HttpClient _http = new();
            readonly JsonArray _history;
            public C() { _history = new JsonArray(); }
            public async Task AskAsync(string text)
            {
                {|GG3004:_history.Add(new JsonObject { ["text"] = text })|};
                var json = JsonSerializer.Serialize(new { contents = _history });
                await _http.PostAsync("URL", new StringContent(json));
            }
        }
        """)]
    public Task A_history_that_only_grows_triggers(string source) => RequestVerifier.VerifyAsync(source);

    [Fact]
    public Task An_endpoint_that_captures_a_history_triggers()
        => RequestVerifier.VerifyAsync(
            """
            var http = new HttpClient();
            var history = new List<object>();
            var app = new App();
            app.MapPost("/ask", async (string text) =>
            {
                {|GG3004:history.Add(new { text })|};
                return await http.PostAsJsonAsync("URL", new { contents = history });
            });
            class App { public void MapPost(string path, Func<string, Task<HttpResponseMessage>> run) { } }
            """,
            output: OutputKind.ConsoleApplication);

    [Theory]
    // Trimmed, in one way or another.
    [InlineData("if (_history.Count > 20) { _history.RemoveAt(0); }", "_history")]
    [InlineData("_history.RemoveRange(0, 2);", "_history")]
    [InlineData("", "_history.TakeLast(20)")]
    [InlineData("", "_history.Skip(4).ToList()")]
    [InlineData("Trim(_history);", "_history")]
    [InlineData("_history = new List<object>();", "_history")]
    [InlineData("var other = _history; other.Clear();", "_history")]
    // Sent without it, or in part.
    [InlineData("", "new[] { text }")]
    public Task A_history_that_is_cut_does_not_trigger(string statement, string sent)
        => RequestVerifier.VerifyAsync($$"""
            class C
            {
                readonly HttpClient _http = new();
                List<object> _history = new();
                static void Trim(List<object> list) { }
                public async Task AskAsync(string text)
                {
                    _history.Add(new { text });
                    {{statement}}
                    await _http.PostAsJsonAsync("URL", new { contents = {{sent}} });
                }
            }
            """);

    [Theory]
    [InlineData("public List<object> History { get; } = new();", "History")]
    [InlineData("internal readonly List<object> History = new();", "History")]
    public Task A_history_that_others_can_cut_does_not_trigger(string declaration, string name)
        => RequestVerifier.VerifyAsync($$"""
            class C
            {
                readonly HttpClient _http = new();
                {{declaration}}
                public async Task AskAsync(string text) { {{name}}.Add(new { text }); await _http.PostAsJsonAsync("URL", new { contents = {{name}} }); }
            }
            """);

    [Theory]
    // One call, built from parts; a bounded number of rounds; parts of one prompt.
    [InlineData("var parts = new List<object>(); parts.Add(new { text = prompt }); parts.Add(new { text = path }); await _http.PostAsJsonAsync(\"URL\", new { contents = parts });")]
    [InlineData("var history = new List<object>(); for (int i = 0; i < 5; i++) { history.Add(new { text = prompt }); await _http.PostAsJsonAsync(\"URL\", new { contents = history }); }")]
    [InlineData("var history = new List<object>(); foreach (var c in prompt) { history.Add(new { text = c }); await _http.PostAsJsonAsync(\"URL\", new { contents = history }); }")]
    [InlineData("while (Console.ReadLine() is { } line) { var parts = new List<object>(); parts.Add(new { text = line }); await _http.PostAsJsonAsync(\"URL\", new { contents = parts }); }")]
    [InlineData("string text = \"\"; foreach (var line in File.ReadLines(path)) { text += line; } await _http.PostAsJsonAsync(\"URL\", new { contents = text });")]
    public Task What_one_call_is_built_from_does_not_trigger(string statements) => RequestVerifier.VerifyBodyAsync(statements);

    [Fact]
    public Task A_builder_of_one_prompt_does_not_trigger()
        => RequestVerifier.VerifyAsync("""
            class Builder
            {
                readonly HttpClient _http = new();
                readonly List<object> _parts = new();
                public Builder Text(string text) { _parts.Add(new { text }); return this; }
                public Task SendAsync() => _http.PostAsJsonAsync("URL", new { contents = _parts });
            }
            """);

    [Theory]
    [InlineData("inner", true)]
    [InlineData("inner.AsBuilder().UseLogging().Build()", true)]
    [InlineData("inner.AsBuilder().UseChatReducer(new MessageCountingChatReducer(10)).Build()", false)]
    [InlineData("inner.AsBuilder().Use((messages, options, next, token) => next(messages.TakeLast(10), options, token)).Build()", false)]
    public Task A_client_that_shortens_what_it_sends_does_not_trigger(string client, bool triggers)
        => RequestVerifier.VerifyAsync($$"""
            using Microsoft.Extensions.AI;
            #pragma warning disable MEAI001
            class C(IChatClient inner)
            {
                readonly IChatClient _chat = Wrap.Around(inner);
                readonly List<ChatMessage> _history = new();
                public async Task AskAsync(string text)
                {
                    {{(triggers ? "{|GG3004:" : "")}}_history.Add(new(ChatRole.User, text)){{(triggers ? "|}" : "")}};
                    await _chat.GetResponseAsync(_history);
                }
            }
            static class Wrap
            {
                public static IChatClient Around(IChatClient inner) => {{client}};
            }
            """, references: TestReferences.WithModelLibraries);
}
