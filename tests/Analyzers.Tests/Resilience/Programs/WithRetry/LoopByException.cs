using Google.GenAI;

Console.WriteLine(await Story.TellAsync("a fox"));

static class Story
{
    private static readonly Client Client = new();

    public static async Task<string?> TellAsync(string about)
    {
        int left = 4;
        while (true)
        {
            try
            {
                var response = await Client.Models.GenerateContentAsync(model: "gemini-3.8-flash", contents: "Tell of " + about);
                return response.Text;
            }
            catch (ServerError) when (left-- > 0)
            {
                await Task.Delay(2000);
            }
        }
    }
}
