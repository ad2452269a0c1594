var http = new HttpClient();
var message = new HttpRequestMessage(HttpMethod.Post, "https://api.anthropic.com/v1/messages");
message.Headers.Add("x-api-key", Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY"));
message.Headers.Add("anthropic-version", "2023-06-01");
message.Content = new StringContent("{}");
var response = await http.SendAsync(message);
Console.WriteLine(await response.Content.ReadAsStringAsync());
