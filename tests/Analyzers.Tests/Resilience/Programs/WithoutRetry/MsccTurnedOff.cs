using Mscc.GenerativeAI;
using Mscc.GenerativeAI.Types;

var ai = new GoogleAI(apiKey: "key", requestOptions: new RequestOptions { Retry = new Retry { Maximum = 1 } });
var model = ai.GenerativeModel(model: Model.Gemini25Flash);
Console.WriteLine((await model.GenerateContent("hi")).Text);
