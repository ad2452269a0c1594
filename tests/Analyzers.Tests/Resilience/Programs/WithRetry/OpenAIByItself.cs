using OpenAI.Chat;

var chat = new ChatClient("gpt-5", Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
ChatCompletion answer = await chat.CompleteChatAsync("Say hi.");
Console.WriteLine(answer.Content[0].Text);
