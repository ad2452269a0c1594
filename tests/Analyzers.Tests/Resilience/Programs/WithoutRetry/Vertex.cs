const string Region = "europe-west4";
const string Project = "my-project";
using var http = new HttpClient();
http.DefaultRequestHeaders.Authorization = new("Bearer", Environment.GetEnvironmentVariable("TOKEN"));
var url = $"https://{Region}-aiplatform.googleapis.com/v1/projects/{Project}/locations/{Region}/publishers/google/models/gemini-3.8-flash:generateContent";
var response = await http.PostAsJsonAsync(url, new { contents = "hi" });
Console.WriteLine(await response.Content.ReadAsStringAsync());
