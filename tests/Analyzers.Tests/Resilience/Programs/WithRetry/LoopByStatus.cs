using var http = new HttpClient();
HttpResponseMessage? response = null;
for (int attempt = 0; attempt < 5; attempt++)
{
    response = await http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}"));
    if (response.IsSuccessStatusCode) break;
    if ((int)response.StatusCode is not (429 or 500 or 503)) break;
    await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)));
}
Console.WriteLine(response!.StatusCode);
