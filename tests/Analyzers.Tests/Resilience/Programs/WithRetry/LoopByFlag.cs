using GenerativeAI;

var model = new GoogleAi(Environment.GetEnvironmentVariable("GEMINI_API_KEY")).CreateGenerativeModel("gemini-3.8-flash");
bool done;
int tries = 0;
do
{
    done = true;
    try
    {
        var answer = await model.GenerateContentAsync("Name a colour.");
        Console.WriteLine(answer.Text());
    }
    catch (HttpRequestException) when (tries < 3)
    {
        done = false;
        await Task.Delay(1000 * ++tries);
    }
}
while (!done);
