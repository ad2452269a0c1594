using var http = new HttpClient();
int attempts = 0;
again:
var response = await http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}"));
if (!response.IsSuccessStatusCode && ++attempts < 4)
{
    await Task.Delay(attempts * 1000);
    goto again;
}
Console.WriteLine(await response.Content.ReadAsStringAsync());
