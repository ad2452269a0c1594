using GenerativeAI;

var services = new ServiceCollection();
services.AddSingleton<IGenerativeModel>(_ => new GenerativeModel("key", "gemini-3.8-flash"));
services.AddTransient<Jokes>();
Console.WriteLine(await services.BuildServiceProvider().GetRequiredService<Jokes>().TellAsync());

class Jokes
{
    private readonly IGenerativeModel _model;

    public Jokes(IGenerativeModel model) => _model = model;

    public async Task<string?> TellAsync() => (await _model.GenerateContentAsync("Tell a joke.")).Text();
}
