using var http = new HttpClient();
foreach (var line in File.ReadLines("questions.txt"))
{
    Console.WriteLine(await AskAsync(line));
}

async Task<string> AskAsync(string question)
{
    var response = await http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { question });
    return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : "";
}
