using Google.GenAI;

var builder = Host.CreateApplicationBuilder();
builder.Services.AddSingleton(new Client(apiKey: builder.Configuration["Gemini:ApiKey"]));
builder.Services.AddScoped<Recipes>();
using var app = builder.Build();
await app.Services.GetRequiredService<Recipes>().FindAsync("carrots");

class Recipes(Client client)
{
    public async Task<string?> FindAsync(string with)
    {
        var response = await client.Models.GenerateContentAsync("gemini-3.8-flash", $"Recipes with {with}");
        return response.Text;
    }
}
