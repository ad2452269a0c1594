using var http = new HttpClient();
using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
while (await timer.WaitForNextTickAsync())
{
    try
    {
        var response = await http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { news = await File.ReadAllTextAsync("news.txt") });
        Console.WriteLine(await response.Content.ReadAsStringAsync());
    }
    catch (HttpRequestException e)
    {
        Console.WriteLine(e.Message);
    }
}
