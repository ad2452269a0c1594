using System.Net;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>The embedding endpoints.</summary>
public sealed class EmbeddingTests : EmulatorTest
{
    private const string One = "/v1beta/models/gemini-embedding-2:embedContent";
    private const string Batch = "/v1beta/models/gemini-embedding-2:batchEmbedContents";

    [Theory]
    [InlineData(One, """{"content":{"parts":[]}}""", "content: contains an empty part")]
    [InlineData(One, """{"content":{"parts":[{"text":""}]}}""", "content: contains an empty part")]
    [InlineData(One, """{}""", "content: contains an empty part")]
    [InlineData(One, """{"model":"models/other","content":{"parts":[{"text":"a"}]}}""", "model: must be models/gemini-embedding-2")]
    [InlineData(One, """{"content":{"parts":[{"text":"a"}]},"outputDimensionality":4000}""", "output_dimensionality")]
    [InlineData(One, """{"content":{"parts":[{"text":"a"}]},"outputDimensionality":127}""", "output_dimensionality: must be between 128 and 3072")]
    [InlineData(One, """{"content":{"parts":[{"text":"a"}]},"title":"b","taskType":"CLUSTERING"}""", "title: is for the task type")]
    [InlineData(One, """{"content":{"parts":[{"text":"a"}]},"taskType":"OTHER"}""", "task_type")]
    [InlineData(One, """{"contents":{"parts":[{"text":"a"}]}}""", "Unknown name \"contents\"")]
    [InlineData(Batch, """{"requests":[]}""", "requests must not be empty")]
    [InlineData(Batch, """{"requests":[{"content":{"parts":[{"text":"a"}]}}]}""", "requests[0].model: must be")]
    [InlineData(Batch, """{"requests":[{"model":"models/gemini-embedding-2","content":{"parts":[{"text":"a"}]}},{"model":"models/gemini-embedding-2"}]}""", "requests[1].content")]
    public async Task Requests_are_checked(string path, string body, string message)
    {
        using HttpResponseMessage response = await PostAsync(path, body);
        JsonObject error = await ErrorAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task A_batch_has_at_most_100_requests(int count, HttpStatusCode expected)
    {
        string request = """{"model":"models/gemini-embedding-2","content":{"parts":[{"text":"a"}]},"outputDimensionality":128}""";
        using HttpResponseMessage response = await PostAsync(Batch, "{\"requests\":[" + string.Join(',', Enumerable.Repeat(request, count)) + "]}");
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("gemini-embedding-001", 1500, HttpStatusCode.OK)]
    [InlineData("gemini-embedding-001", 3000, HttpStatusCode.BadRequest)]
    [InlineData("gemini-embedding-2", 3000, HttpStatusCode.OK)]
    [InlineData("gemini-embedding-2", 12_000, HttpStatusCode.BadRequest)]
    public async Task Texts_are_as_long_as_the_model_reads(string model, int words, HttpStatusCode expected)
    {
        var content = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = string.Join(' ', Enumerable.Repeat("clock", words)) }) };
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{model}:embedContent", new JsonObject { ["content"] = content }.ToJsonString());
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected != HttpStatusCode.OK, (await response.Content.ReadAsStringAsync()).Contains("exceeds the maximum number of tokens allowed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Vectors_are_the_same_each_time_and_of_length_1()
    {
        double[] first = await VectorAsync("...!"), second = await VectorAsync("...!");
        Assert.Equal(first, second);
        Assert.Equal(1, first.Sum(number => number * number), 3);
        Assert.NotEqual(first, await VectorAsync("..."));
    }

    [Theory]
    [InlineData("/v1beta/models/gemini-3.8-flash:embedContent")]
    [InlineData("/v1beta/models/gemini-embedding-2:generateContent")]
    [InlineData("/v1beta/models/text-embedding-004:embedContent")]
    public async Task Models_serve_what_they_give(string path)
    {
        string body = path.EndsWith("embedContent", StringComparison.Ordinal) ? """{"content":{"parts":[{"text":"a"}]}}""" : Bodies.Prompt("a").ToJsonString();
        using HttpResponseMessage response = await PostAsync(path, body);
        await ErrorAsync(response, HttpStatusCode.NotFound);
    }

    private async Task<double[]> VectorAsync(string text)
    {
        using HttpResponseMessage response = await PostAsync(One, new JsonObject { ["content"] = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) } }.ToJsonString());
        return [.. JsonNode.Parse(await response.Content.ReadAsStringAsync())!["embedding"]!["values"]!.AsArray().Select(number => (double)number!)];
    }
}
