Console.WriteLine(await new Namer().NameAsync("dog"));

abstract class ModelService
{
    protected static readonly HttpClient Http = new();

    protected async Task<T> WithAttemptsAsync<T>(Func<Task<T>> call)
    {
        Exception? last = null;
        foreach (int seconds in new[] { 0, 2, 8 })
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            try { return await call(); }
            catch (HttpRequestException e) when (e.StatusCode is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError) { last = e; }
        }

        throw last!;
    }
}

class Namer : ModelService
{
    public Task<string> NameAsync(string animal) => WithAttemptsAsync(async () =>
    {
        using var response = await Http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { animal });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    });
}
