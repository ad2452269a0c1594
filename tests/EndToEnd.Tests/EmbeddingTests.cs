using System.Text.Json;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Vectors through generated code and an emulator whose vectors are alike where texts are.</summary>
public sealed class EmbeddingTests : EndToEndTest
{
    [Fact]
    public async Task Texts_that_are_alike_have_vectors_that_are()
    {
        VectorDesk desk = new(CreateClient(_ => { }));
        float[] clock = await desk.EmbedAsync("The harbour clock was restored by engineers.");
        float[] alike = await desk.EmbedAsync("Engineers are restoring the clock at the harbour.");
        float[] other = await desk.EmbedAsync("Bake the bread for forty minutes.");

        Assert.Equal(3072, clock.Length);
        Assert.Equal(1, Dot(clock, clock), 3);
        Assert.True(Dot(clock, alike) > 0.6, $"{Dot(clock, alike)}");
        Assert.True(Math.Abs(Dot(clock, other)) < 0.2, $"{Dot(clock, other)}");
        Assert.Equal("""{"model":"models/gemini-embedding-2","content":{"parts":[{"text":"Bake the bread for forty minutes."}]},"taskType":"SEMANTIC_SIMILARITY"}""", Emulator.Requests[2].BodyText);
        Assert.EndsWith("/models/gemini-embedding-2:embedContent", Emulator.Requests[2].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_has_a_title_and_the_length_asked_for()
    {
        VectorDesk desk = new(CreateClient(_ => { }));
        ReadOnlyMemory<float> vector = await desk.EmbedDocumentAsync("Text \"1\"\n", "Title");
        await desk.EmbedDocumentAsync("Text");

        Assert.Equal(256, vector.Length);
        Assert.Contains("""{"parts":[{"text":"Text \"1\"\n"}]},"title":"Title","taskType":"RETRIEVAL_DOCUMENT","outputDimensionality":256}""", Emulator.Requests[0].BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("title", Emulator.Requests[1].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_sent_in_batches_and_keep_their_order()
    {
        VectorDesk desk = new(CreateClient(_ => { }));
        string[] texts = [.. Enumerable.Range(0, 250).Select(number => $"Number {number} of the list")];
        Emulator.Script(EmulatorFault.None, EmulatorFault.Unavailable());
        float[][] vectors = await desk.EmbedAllAsync(texts);

        Assert.Equal(250, vectors.Length);
        Assert.Equal([100, 100, 100, 50], Emulator.Requests.Select(CountOf));
        float[][] alone = await desk.EmbedAllAsync([texts[0], texts[100], texts[249]]);
        Assert.Equal([vectors[0], vectors[100], vectors[249]], alone);
        Assert.NotEqual(vectors[0], vectors[1]);
    }

    [Fact]
    public async Task What_has_no_vector_is_not_sent()
    {
        VectorDesk desk = new(CreateClient(_ => { }));
        Assert.Empty(await desk.EmbedAllAsync([]));
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => desk.EmbedAllAsync(["a", ""]));
        Assert.Contains("index 1", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => desk.EmbedAsync(""));
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task A_methods_own_model_is_its_own()
    {
        VectorDesk desk = new(CreateClient(options =>
        {
            options.DefaultModel = GeminiModels.Gemini38Flash;
            options.Models["IVectorDesk"] = GeminiModels.GeminiEmbedding001;
        }));
        await desk.EmbedAsync("a");
        await desk.EmbedOthersAsync(["a"]);
        await new VectorDesk(CreateClient(options => options.Models["IVectorDesk.EmbedOthersAsync"] = GeminiModels.GeminiEmbedding2)).EmbedOthersAsync(["a"]);
        Assert.Equal(["embedding-001:embedContent", "embedding-001:batchEmbedContents", "embedding-2:batchEmbedContents"], Emulator.Requests.Select(request => request.Path[(request.Path.LastIndexOf("gemini-", StringComparison.Ordinal) + 7)..]));
    }

    [Fact]
    public async Task A_model_without_embeddings_is_not_asked()
    {
        VectorDesk desk = new(CreateClient(options => options.Models["IVectorDesk"] = GeminiModels.Gemini38Flash));
        var error = await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.EmbedAsync("a"));
        Assert.Contains("gives text", error.Message, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task All_batches_share_one_limit()
    {
        FakeTimeProvider clock = new();
        VectorDesk desk = new(CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.Timeout = TimeSpan.FromMinutes(1);
        }));
        Emulator.Script(EmulatorFault.None, EmulatorFault.NeverAnswers());
        IEnumerable<string> texts = Enumerable.Range(0, 101).Select(number => $"{number}");
        Task<float[][]> call = desk.EmbedAllAsync(texts);
        await Emulator.WaitForRequestsAsync(2);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(GeminiTimeLimit.Call, (await Assert.ThrowsAsync<GeminiTimeoutException>(() => call)).Limit);
    }

    private static int CountOf(RecordedRequest request)
    {
        using JsonDocument body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("requests").GetArrayLength();
    }

    private static double Dot(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();
}
