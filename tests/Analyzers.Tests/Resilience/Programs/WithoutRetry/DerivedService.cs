Console.WriteLine(await new Namer().NameAsync("dog"));

abstract class ModelService
{
    protected readonly HttpClient Http = new();

    protected string Address(string model) => $"https://generativelanguage.googleapis.com/v1beta/models/{model}:generateContent";
}

class Namer : ModelService
{
    public async Task<string> NameAsync(string animal)
    {
        using var response = await Http.PostAsJsonAsync(Address("gemini-3.8-flash"), new { animal });
        return await response.Content.ReadAsStringAsync();
    }
}
