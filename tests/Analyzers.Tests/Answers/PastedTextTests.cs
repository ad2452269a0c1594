namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4007: text of unknown content between the quotes of JSON.</summary>
public sealed class PastedTextTests
{
    [Theory]
    [InlineData("Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"text\\\":\\\"{{|GG4007:prompt|}}\\\"}}]}}]}}\"));")]
    [InlineData("Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent($@\"{{\"\"contents\"\":[{{\"\"parts\"\":[{{\"\"text\"\":\"\"Translate: {{|GG4007:prompt|}}\"\"}}]}}]}}\"));")]
    [InlineData("Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent($$\"\"\"\n        {\n          \"contents\": [ { \"parts\": [ { \"text\": \"Say {{{|GG4007:prompt|}}}.\" } ] } ]\n        }\n        \"\"\"));")]
    [InlineData("async Task M(string prompt) { string json = \"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + {|GG4007:prompt|} + \"\\\"}]}]}\"; var content = new StringContent(json, Encoding.UTF8, \"application/json\"); await Http.PostAsync(\"URL\", content); }")]
    [InlineData("Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent(string.Format(\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"text\\\":\\\"{0}\\\"}}]}}]}}\", {|GG4007:prompt|})));")]
    [InlineData("const string Template = \"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"PROMPT\\\"}]}]}\"; Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent(Template.Replace(\"PROMPT\", {|GG4007:prompt|})));")]
    [InlineData("Task M(Question q) => Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + {|GG4007:q.Text|} + \"\\\"}]}]}\")); class Question { public string Text { get; set; } = \"\"; }")]
    [InlineData("async Task M() { var line = Console.ReadLine(); await Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + {|GG4007:line|} + \"\\\"}]}]}\")); }")]
    [InlineData("async Task M(string prompt) { var request = new HttpRequestMessage(HttpMethod.Post, \"URL\"); request.Content = new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + {|GG4007:prompt.Trim()|} + \"\\\"}]}]}\"); await Http.SendAsync(request); }")]
    [InlineData("string Body(string prompt) => \"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + {|GG4007:prompt|} + \"\\\"}]}]}\"; Task M(string question) => Http.PostAsync(\"URL\", new StringContent(Body(question)));")]
    [InlineData("Task M(string prompt) => Http.PostAsync(\"https://generativelanguage.googleapis.com/v1beta/openai/chat/completions\", new StringContent(\"{\\\"messages\\\":[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"\" + {|GG4007:prompt|} + \"\\\"}]}\"));")]
    public async Task Triggers_on_text_of_unknown_content(string members) => await RequestVerifier.VerifyAsync("GG4007", members);

    [Theory]
    // Serialised, encoded, escaped.
    [InlineData("Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\" + JsonSerializer.Serialize(prompt) + \"}]}]}\"));")]
    [InlineData("Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + JsonEncodedText.Encode(prompt) + \"\\\"}]}]}\"));")]
    [InlineData("async Task M(string prompt) { var text = prompt.Replace(\"\\\"\", \"\\\\\\\"\"); await Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + text + \"\\\"}]}]}\")); }")]
    [InlineData("async Task M(string prompt) { var escaped = Clean(prompt); await Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + escaped + \"\\\"}]}]}\")); } static string Clean(string s) => s;")]
    [InlineData("string Body(string prompt) => \"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + prompt + \"\\\"}]}]}\"; Task M(string question) => Http.PostAsync(\"URL\", new StringContent(Body(Uri.EscapeDataString(question))));")]
    // Of known content, or of a narrow one.
    [InlineData("const string Prompt = \"Hello\"; Task M(int n) => Http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"text\\\":\\\"{Prompt} {n}\\\"}}]}}]}}\"));")]
    [InlineData("Task M(string data) => Http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"inlineData\\\":{{\\\"mimeType\\\":\\\"image/png\\\",\\\"data\\\":\\\"{data}\\\"}}}}]}}]}}\"));")]
    [InlineData("async Task M() { var greeting = \"Hello\"; await Http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"text\\\":\\\"{greeting}\\\"}}]}}]}}\")); }")]
    // Serialised whole.
    [InlineData("Task M(string prompt) => Http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { parts = new[] { new { text = $\"Say {prompt}\" } } } } });")]
    // Other hosts.
    [InlineData("Task M(string prompt) => Http.PostAsync(\"https://example.com\", new StringContent(\"{\\\"text\\\":\\\"\" + prompt + \"\\\"}\"));")]
    public async Task Is_silent_on_encoded_and_known_text(string members) => await RequestVerifier.VerifyAsync("GG4007", members);
}
