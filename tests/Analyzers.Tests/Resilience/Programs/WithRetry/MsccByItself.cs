using Mscc.GenerativeAI;

var ai = new GoogleAI(apiKey: Environment.GetEnvironmentVariable("GEMINI_API_KEY"));
var model = ai.GenerativeModel(model: Model.Gemini25Flash);
var response = await model.GenerateContent("Explain how AI works in a few words");
Console.WriteLine(response.Text);
