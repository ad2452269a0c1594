var builder = Host.CreateApplicationBuilder();
builder.Services.AddHostedService<Worker>();
builder.Build().Run();

class Worker : BackgroundService
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var response = await _http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}"), stoppingToken);
            Console.WriteLine(response.StatusCode);
            await Task.Delay(TimeSpan.FromHours(1), stoppingToken);
        }
    }
}
