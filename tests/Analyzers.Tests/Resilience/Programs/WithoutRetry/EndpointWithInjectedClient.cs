var builder = Host.CreateApplicationBuilder();
builder.Services.AddHttpClient();
var app = builder.Build();
Map("/ask", async (string q, HttpClient http) =>
{
    var response = await http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { q });
    return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : "error";
});
app.Run();

static void Map(string path, Delegate run) => Console.WriteLine(path + run);
