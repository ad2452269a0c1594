namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4002 for answers in the form of OpenAI's API: the first choice is taken without a look at whether there is one.</summary>
public sealed class UncheckedChoiceTests
{
    private const string Gemini = "https://generativelanguage.googleapis.com/v1beta/openai/chat/completions";
    private const string OpenAI = "https://api.openai.com/v1/chat/completions";
    private const string Classes = " class Chat { public List<Choice> Choices { get; set; } = new(); } class Choice { public Message Message { get; set; } = new(); } class Message { public string Content { get; set; } = \"\"; }";

    [Theory]
    // Gemini answers a blocked prompt with 200.
    [InlineData(Gemini, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); r.EnsureSuccessStatusCode(); using var d = JsonDocument.Parse(await r.Content.ReadAsStringAsync()); return d.RootElement.{|GG4002:GetProperty(\"choices\")[0]|}.GetProperty(\"message\").GetProperty(\"content\").GetString(); }")]
    [InlineData(Gemini, "async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); r.EnsureSuccessStatusCode(); var n = JsonNode.Parse(await r.Content.ReadAsStringAsync())!; return n{|GG4002:[\"choices\"]![0]|}![\"message\"]![\"content\"]!.ToString(); }")]
    [InlineData(Gemini, "async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); r.EnsureSuccessStatusCode(); var chat = await r.Content.ReadFromJsonAsync<Chat>(); return chat!.{|GG4002:Choices[0]|}.Message.Content; }")]
    [InlineData(Gemini, "async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); r.EnsureSuccessStatusCode(); var chat = await r.Content.ReadFromJsonAsync<Chat>(); var first = chat!.{|GG4002:Choices.First()|}; return first.Message.Content; }")]
    [InlineData(Gemini, "async Task<string> Send(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); r.EnsureSuccessStatusCode(); return await r.Content.ReadAsStringAsync(); } async Task<string?> M(HttpContent c) { using var d = JsonDocument.Parse(await Send(c)); return d.RootElement.{|GG4002:GetProperty(\"choices\")[0]|}.GetProperty(\"message\").GetProperty(\"content\").GetString(); }")]
    [InlineData(Gemini, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); r.EnsureSuccessStatusCode(); return Text(await r.Content.ReadAsStringAsync()); } static string? Text(string json) => JsonDocument.Parse(json).RootElement.{|GG4002:GetProperty(\"choices\")[0]|}.GetProperty(\"message\").GetProperty(\"content\").GetString();")]
    // An error of whoever has none.
    [InlineData(OpenAI, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); using var d = JsonDocument.Parse(await r.Content.ReadAsStringAsync()); return d.RootElement.{|GG4002:GetProperty(\"choices\")[0]|}.GetProperty(\"message\").GetProperty(\"content\").GetString(); }")]
    [InlineData(OpenAI, "async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); var chat = await r.Content.ReadFromJsonAsync<Chat>(); return chat!.{|GG4002:Choices[0]|}.Message.Content; }")]
    public async Task Triggers_where_nothing_looks_first(string address, string members) => await VerifyAsync(address, members);

    [Theory]
    [InlineData(Gemini, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); var chat = await r.Content.ReadFromJsonAsync<Chat>(); return chat!.Choices.Count > 0 ? chat.Choices[0].Message.Content : null; }")]
    [InlineData(Gemini, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); var chat = await r.Content.ReadFromJsonAsync<Chat>(); return chat is { Choices: [var first, ..] } ? chat.Choices[0].Message.Content : null; }")]
    [InlineData(Gemini, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); var chat = await r.Content.ReadFromJsonAsync<Chat>(); return chat!.Choices.FirstOrDefault()?.Message.Content; }")]
    [InlineData(Gemini, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); using var d = JsonDocument.Parse(await r.Content.ReadAsStringAsync()); if (!d.RootElement.TryGetProperty(\"choices\", out var choices)) { return null; } return choices[0].GetProperty(\"message\").GetProperty(\"content\").GetString(); }")]
    [InlineData(Gemini, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); using var d = JsonDocument.Parse(await r.Content.ReadAsStringAsync()); try { return d.RootElement.GetProperty(\"choices\")[0].GetProperty(\"message\").GetProperty(\"content\").GetString(); } catch (KeyNotFoundException) { return null; } }")]
    [InlineData(Gemini, "async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); var chat = await r.Content.ReadFromJsonAsync<Chat>(); var all = \"\"; foreach (var choice in chat!.Choices) { all += choice.Message.Content; } return all; }")]
    // A success has choices; these see to it that it is one.
    [InlineData(OpenAI, "async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); r.EnsureSuccessStatusCode(); var chat = await r.Content.ReadFromJsonAsync<Chat>(); return chat!.Choices[0].Message.Content; }")]
    [InlineData(OpenAI, "async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); if (!r.IsSuccessStatusCode) { return null; } var chat = await r.Content.ReadFromJsonAsync<Chat>(); return chat!.Choices[0].Message.Content; }")]
    // No request is in sight, or another one.
    [InlineData(Gemini, "string M(Chat chat) => chat.Choices[0].Message.Content; async Task N(HttpContent c) { (await Http.PostAsync(\"CHAT\", c)).EnsureSuccessStatusCode(); }")]
    [InlineData("URL", "async Task<string> M(HttpContent c, Chat chat) { (await Http.PostAsync(\"URL\", c)).EnsureSuccessStatusCode(); return chat.Choices[0].Message.Content; }")]
    [InlineData("https://example.com/v1/chat/completions", "async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"CHAT\", c); var chat = await r.Content.ReadFromJsonAsync<Chat>(); return chat!.Choices[0].Message.Content; }")]
    // Choices of something else.
    [InlineData(Gemini, "async Task<string> M(HttpContent c, Menu menu) { (await Http.PostAsync(\"CHAT\", c)).EnsureSuccessStatusCode(); return menu.Choices[0]; } class Menu { public string[] Choices = []; }")]
    public async Task Is_silent_where_it_cannot_prove_its_case(string address, string members) => await VerifyAsync(address, members);

    private static Task VerifyAsync(string address, string members) => RequestVerifier.VerifyAsync("GG4002", members.Replace("CHAT", address, StringComparison.Ordinal) + Classes);
}
