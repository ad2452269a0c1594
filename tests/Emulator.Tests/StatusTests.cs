using System.Net;
using GeminiGen.Emulator.Quotas;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Tests;

/// <summary>The pages for people, in a real browser.</summary>
public sealed class StatusTests : EmulatorTest
{
    private const string Hostile = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">&amp;";

    protected override GeminiEmulatorOptions Options => new() { Quotas = new QuotaOptions { Default = new ModelQuota { RequestsPerMinute = 9 } } };

    [Fact]
    public async Task Browser_lists_calls_quotas_and_script()
    {
        Emulator.Script(EmulatorFault.None, EmulatorFault.Unavailable().Times(2));
        await AnswerAsync(Bodies.Prompt("Hello"));
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.ServiceUnavailable);
        await SettleAsync();
        string page = await Browser.DumpAsync(new Uri(Emulator.BaseAddress, "/"));
        Assert.Contains("<table id=\"calls\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/status/2\">2</a>", page, StringComparison.Ordinal);
        Assert.Contains($"<code>POST /v1beta/models/{Model}:generateContent</code>", page, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"refused\">", page, StringComparison.Ordinal);
        Assert.Contains("2 of 9", page, StringComparison.Ordinal);
        Assert.Contains("503 UNAVAILABLE", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("/status/2\"", StringComparison.Ordinal) < page.IndexOf("/status/1\"", StringComparison.Ordinal), "newest first");
    }

    [Fact]
    public async Task Browser_shows_a_call_whole_and_runs_nothing_of_it()
    {
        await AnswerAsync(Bodies.Prompt(Hostile));
        await SettleAsync();
        string page = await Browser.DumpAsync(new Uri(Emulator.BaseAddress, "/status/1"));
        Assert.Contains("<title>Call 1</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;document.title='owned'&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("promptTokenCount", page, StringComparison.Ordinal);
        Assert.Matches("<th>Tokens</th><td>[0-9]+, [0-9]+</td>", page);
        Assert.Matches("<th>Took</th><td>[0-9.]+ ms</td>", page);
    }

    [Fact]
    public async Task Browser_paints_the_page()
    {
        await AnswerAsync(Bodies.Prompt("Hello"));
        await SettleAsync();
        byte[] picture = await Browser.ScreenshotAsync(new Uri(Emulator.BaseAddress, "/status"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.True(picture.Length > 5_000, $"{picture.Length} bytes are an empty page");
    }

    [Fact]
    public async Task Page_needs_nothing_from_elsewhere_and_shows_no_key()
    {
        using HttpResponseMessage call = await PostAsync($"/v1beta/models/{Model}:generateContent?key={Emulator.ApiKey}", Bodies.Prompt("Hello").ToJsonString());
        await SettleAsync();
        foreach (string path in (string[])["/", "/status", "/status/1"])
        {
            using HttpResponseMessage response = await Http.GetAsync(new Uri(path, UriKind.Relative));
            string page = await response.Content.ReadAsStringAsync();
            Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
            Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain(Emulator.ApiKey, page, StringComparison.Ordinal);
            Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Unknown_call_is_not_found()
    {
        using HttpResponseMessage response = await Http.GetAsync(new Uri("/status/7", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("No call 7", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
