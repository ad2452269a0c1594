using System.Text.RegularExpressions;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Traffic;

/// <summary>The client against each odd shape the service or a proxy has been seen to send, in whatever pieces it arrives.</summary>
public sealed partial class TrafficTests
{
    public static TheoryData<string> Names => [.. TrafficCase.Names()];

    public static TheoryData<string> Wholes => [.. TrafficCase.Names().Where(name => TrafficCase.Load(name).Calls.Contains("whole"))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatIsSentIsUnderstoodHoweverItIsCut(string name)
    {
        TrafficCase traffic = TrafficCase.Load(name);
        using TrafficHandler handler = new(traffic.Responses);
        using GeminiClient client = Client(handler);
        TrafficDesk desk = new(client, traffic.Model, traffic.HasFunctions);
        foreach (string call in traffic.Calls)
        {
            Assert.Equal(traffic.Expected, await RunAsync(desk, call));
            Assert.Equal(traffic.Responses.Count, handler.Requests);

            // What is no stream is read to its end before anything is made of it.
            int longest = traffic.Responses.Max(response => call == "stream" && response.Status == 200 ? response.Body.Length : 0);
            foreach (Chunking chunking in Chunking.All(longest))
            {
                handler.Start(chunking);
                string outcome = await RunAsync(desk, call);
                if (outcome != traffic.Expected || handler.Requests != traffic.Responses.Count)
                {
                    Assert.Fail($"A {call}, cut {chunking.Name}, gives after {handler.Requests} requests\n{outcome}instead of\n{traffic.Expected}");
                }
            }

            handler.Start(Chunking.Whole);
        }
    }

    /// <summary>The shortest way to an answer reads less of it and has to judge the same.</summary>
    [Theory]
    [MemberData(nameof(Wholes))]
    public async Task TheTextAloneEndsAsTheResultDoes(string name)
    {
        TrafficCase traffic = TrafficCase.Load(name);
        using TrafficHandler handler = new(traffic.Responses);
        using GeminiClient client = Client(handler);
        TrafficDesk desk = new(client, traffic.Model, traffic.HasFunctions);
        foreach (Chunking chunking in Chunking.All(longestStream: 0).Prepend(Chunking.Whole))
        {
            handler.Start(chunking);
            string text = "";
            Exception? error = await Record.ExceptionAsync(async () => text = await desk.AskAsync());
            Assert.Contains("ends: " + (error?.GetType().Name ?? "Complete") + "\n", traffic.Expected, StringComparison.Ordinal);
            Assert.Equal(error is null, text.Length > 0);
        }
    }

    [Fact]
    public void TheReadmeNamesEachCaseAndNoOther()
    {
        string readme = File.ReadAllText(Path.Combine(TrafficCase.Folder, "..", "README.md"));
        string[] named = [.. CaseNames().Matches(readme).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(TrafficCase.Names().Select(name => name.Split(':')[0]).Distinct().Order(StringComparer.Ordinal), named);
    }

    private static Task<string> RunAsync(TrafficDesk desk, string call) => call == "stream" ? StreamAsync(desk) : AskAsync(desk);

    private static async Task<string> AskAsync(TrafficDesk desk)
    {
        try
        {
            return TrafficOutcome.Of(await desk.AskResultAsync());
        }
        catch (GeminiException error)
        {
            return TrafficOutcome.Of("", error);
        }
    }

    private static async Task<string> StreamAsync(TrafficDesk desk)
    {
        PromptStream<string> stream = desk.Stream();
        (List<string> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.DoesNotContain("", items);
        string text = string.Concat(items);
        if (error is null)
        {
            return TrafficOutcome.Of(text, await stream.Completion);
        }

        GeminiException failure = Assert.IsAssignableFrom<GeminiException>(error);
        Assert.Equal(failure is GeminiAnswerException, failure is GeminiAnswerException answer && answer.Text == text);
        return TrafficOutcome.Of(text, failure);
    }

    private static GeminiClient Client(TrafficHandler handler) => TestClient.Create(handler, static options => options.Retry.MaxAttempts = 1);

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex CaseNames();
}
