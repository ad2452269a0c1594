using GenerativeAI;

var model = new GoogleAi("key").CreateGenerativeModel("gemini-3.8-flash");
foreach (var path in Directory.EnumerateFiles("docs"))
{
    try
    {
        var answer = await model.GenerateContentAsync("Summarise: " + File.ReadAllText(path));
        await File.WriteAllTextAsync(path + ".summary", answer.Text());
    }
    catch (Exception e)
    {
        Console.WriteLine($"{path}: {e.Message}");
        continue;
    }

    await Task.Delay(500);
}
