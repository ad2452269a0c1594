using var http = new HttpClient();
http.DefaultRequestHeaders.Add("x-goog-api-key", Environment.GetEnvironmentVariable("GEMINI_API_KEY"));
var response = await http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}"));
Console.WriteLine(await response.Content.ReadAsStringAsync());
