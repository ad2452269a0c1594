using System.Diagnostics;

using var http = new HttpClient();
var response = await MeasureAsync(() => http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}")));
Console.WriteLine(response.StatusCode);

static async Task<T> MeasureAsync<T>(Func<Task<T>> work)
{
    var watch = Stopwatch.StartNew();
    try { return await work(); }
    finally { Console.WriteLine(watch.Elapsed); }
}
