using var http = new HttpClient();
var builder = new UriBuilder("https", "generativelanguage.googleapis.com") { Path = "v1beta/models/gemini-3.8-flash:generateContent" };
var response = await http.PostAsync(builder.Uri, new StringContent("{}"));
Console.WriteLine(response.StatusCode);
var list = await http.PostAsync(string.Format("https://generativelanguage.googleapis.com/v1beta/models/{0}:countTokens", "gemini-3.8-flash"), new StringContent("{}"));
Console.WriteLine(list.StatusCode);
