using System.Text.Json;
using System.Xml.Linq;
using GeminiGen.Testing.Contracts;
using GeminiGen.Testing.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Testing.Tests.Evaluation;

/// <summary>Evaluations over a data set.</summary>
public sealed class PromptEvalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GeminiFake<ISupportDesk> _fake = GeminiFake.For<ISupportDesk>();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Scores_reasons_and_rates_are_told()
    {
        _fake.OnClassify(static feedback => new Feedback(feedback == "bad" ? "calm" : "angry", feedback.Length));
        EvalCase<string, Feedback>[] cases = [new("one", "bad", new("angry", 3)), new("two", "worse", new("angry", 9)), new("three", "awful", new("angry", 5))];

        EvalReport report = await PromptEval.Of(cases, _fake.Instance.ClassifyAsync)
            .Exact(static answer => answer.Mood, static expected => expected.Mood)
            .Within(static answer => answer.Stars, static expected => expected.Stars, tolerance: 1)
            .RunAsync();

        Assert.Equal(["one", "two", "three"], report.Results.Select(static result => result.Name));
        Assert.Equal(new EvalRate(1, 3), report.PassRate);
        Assert.Equal(new EvalRate(2, 3), report.PassRateOf("exact"));
        Assert.Equal("calm is not angry", report.Results[0].Scores["exact"].Reason);
        Assert.Equal("5 is not within 1 of 9", report.Results[1].Scores["within"].Reason);
        Assert.Throws<ArgumentException>(() => report.PassRateOf("other"));
    }

    [Fact]
    public async Task Words_and_fields_give_shares()
    {
        EvalCase<string, string>[] cases = [new("one", "any", """{"mood":"angry","author":{"name":"Ann"},"stars":1}""")];

        EvalReport report = await PromptEval.Of(cases, static (_, _) => Task.FromResult("""{"stars":1.0,"mood":"Angry and sad","author":{"name":"Ann"}}"""))
            .Contains(static answer => answer, static _ => ["ANGRY", "sad", "glad", "ann"])
            .JsonFields(static answer => answer, static expected => expected)
            .RunAsync();

        EvalScore words = report.Results[0].Scores["contains"];
        Assert.Equal(0.75, words.Value);
        Assert.Equal("missing: glad", words.Reason);
        Assert.False(words.IsPass);
        Assert.Throws<PromptEvalException>(() => report.EnsurePassRate(0.1, "contains"));
        EvalScore fields = report.Results[0].Scores["fields"];
        Assert.Equal(2 / 3.0, fields.Value, 3);
        Assert.Equal("mood: \"Angry and sad\" is not \"angry\"", fields.Reason);
        Assert.Equal(2 / 3.0, report.MeanOf("fields"), 3);
    }

    [Fact]
    public async Task A_contract_judges()
    {
        _fake.OnAnswer("You should know.");
        _fake.OnClassify(static text => new Feedback(text.Contains("should know", StringComparison.Ordinal) ? "rude" : "polite", 1));

        EvalReport report = await PromptEval.Of([new EvalCase<string, string>("one", "Where is it?", "")], (question, token) => _fake.Instance.AnswerAsync(question, cancellationToken: token))
            .Score("polite", async (_, answer, token) =>
            {
                Feedback verdict = await _fake.Instance.ClassifyAsync(answer, token);
                return EvalScore.Of(verdict.Mood == "polite", "it is " + verdict.Mood);
            })
            .RunAsync();

        Assert.Equal("it is rude", report.Results[0].Scores["polite"].Reason);
    }

    [Fact]
    public async Task A_call_that_fails_is_a_result_and_not_the_end()
    {
        _fake.OnClassify(static feedback => feedback == "bad" ? throw new GeminiTruncatedException("Cut.") : new Feedback("calm", 1));

        EvalReport report = await PromptEval.Of([new EvalCase<string, int>("one", "bad", 1), new("two", "fine", 1)], _fake.Instance.ClassifyAsync)
            .Exact(static answer => answer.Stars, static expected => expected)
            .RunAsync();

        Assert.Equal("GeminiTruncatedException: Cut.", report.Results[0].Error);
        Assert.Equal(new EvalRate(1, 2), report.PassRate);
        PromptEvalException exception = Assert.Throws<PromptEvalException>(() => report.EnsurePassRate(0.9));
        Assert.Equal("Evaluation: 1 of 2, 50 % (9–91 %) passed, and at least 90 % should.\n- one: GeminiTruncatedException: Cut.", exception.Message);
        Assert.Same(report, report.EnsurePassRate(0.5));
        Assert.Throws<PromptEvalException>(() => report.EnsurePassRate(0.9, "exact"));
    }

    [Fact]
    public async Task Results_of_prompts_bring_tokens_and_cost()
    {
        _fake.OnDescribe(static feedback => new PromptResult<Feedback>(new Feedback(feedback, 1)) { Cost = 0.5m, Usage = new UsageMetadata { TotalTokenCount = 7 } });

        EvalReport report = await PromptEval.OfResults([new EvalCase<string, string>("one", "a", "a"), new("two", "b", "b")], _fake.Instance.DescribeAsync)
            .Exact(static answer => answer.Mood, static expected => expected)
            .RunAsync();

        Assert.Equal(1m, report.Cost);
        Assert.Equal(14, report.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task No_more_cases_run_at_once_than_allowed()
    {
        int running = 0;
        int most = 0;
        SemaphoreSlim gate = new(0);
        Task<EvalReport> run = PromptEval.Of(
            Enumerable.Range(0, 6).Select(static i => new EvalCase<int, int>("#" + i, i, i)),
            async (input, token) =>
            {
                int now;
                lock (gate)
                {
                    now = ++running;
                    most = Math.Max(most, now);
                }

                if (now == 3)
                {
                    // Whoever may start has had the turn by then.
                    for (int i = 0; i < 1000; i++)
                    {
                        await Task.Yield();
                    }

                    gate.Release(100);
                }

                await gate.WaitAsync(token);
                lock (gate)
                {
                    running--;
                }

                return input;
            }).Exact(static answer => answer, static expected => expected).RunAsync(new EvalOptions { MaxConcurrency = 3 });

        Assert.Equal(new EvalRate(6, 6), (await run).PassRate);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Durations_are_by_the_clock_and_cancelling_ends_the_run()
    {
        FakeTimeProvider clock = new();
        EvalReport report = await PromptEval.Of([new EvalCase<int, int>("one", 1, 1)], (input, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(input);
        }).Exact(static answer => answer, static expected => expected).RunAsync(new EvalOptions { TimeProvider = clock });
        Assert.Equal(TimeSpan.FromSeconds(2), report.Results[0].Duration);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PromptEval.Of([new EvalCase<int, int>("one", 1, 1)], static (input, _) => Task.FromResult(input))
            .Exact(static answer => answer, static expected => expected)
            .RunAsync(cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Nothing_to_evaluate_is_told()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => PromptEval.Of(Array.Empty<EvalCase<int, int>>(), static (input, _) => Task.FromResult(input)).Exact(static a => a, static e => e).RunAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => PromptEval.Of([new EvalCase<int, int>("one", 1, 1)], static (input, _) => Task.FromResult(input)).RunAsync());
        Assert.Throws<ArgumentException>(() => PromptEval.Of([new EvalCase<int, int>("one", 1, 1)], static (input, _) => Task.FromResult(input)).Exact(static a => a, static e => e).Exact(static a => a, static e => e));
    }

    // By the formula of Wilson, 1927, computed apart with 50 digits.
    [Theory]
    [InlineData(9, 10, 0.5958, 0.9821)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(50, 100, 0.4038, 0.5962)]
    [InlineData(0, 0, 0, 1)]
    public void Intervals_are_Wilsons(int passed, int total, double low, double high)
    {
        EvalRate rate = new(passed, total);

        Assert.Equal(low, rate.Low, 3);
        Assert.Equal(high, rate.High, 3);
    }

    [Fact]
    public async Task Reports_say_the_same_in_three_formats_and_escape_what_models_say()
    {
        const string Nasty = "<script>alert('x')</script> | a\nb";
        EvalReport report = await PromptEval.Of([new EvalCase<string, string>("one", Nasty, "fine"), new("two", "fine", "fine")], static (input, _) => Task.FromResult(input))
            .Exact(static answer => answer, static expected => expected)
            .RunAsync(new EvalOptions { Name = "Triage & more" });
        report.Save(_folder.Path);

        Assert.Equal(["Triage---more-b8f120bd.html", "Triage---more-b8f120bd.json", "Triage---more-b8f120bd.md"], _folder.Files.Keys.Order(StringComparer.Ordinal));
        string markdown = _folder.Files["Triage---more-b8f120bd.md"];
        Assert.Contains("**1 of 2, 50 % (9–91 %)** passed.", markdown, StringComparison.Ordinal);
        Assert.Contains("| one | &lt;script>alert('x')&lt;/script> \\| a b | fine |", markdown, StringComparison.Ordinal);

        using JsonDocument json = JsonDocument.Parse(_folder.Files["Triage---more-b8f120bd.json"]);
        Assert.Equal(0.5, json.RootElement.GetProperty("passRate").GetProperty("rate").GetDouble());
        Assert.Equal(Nasty, json.RootElement.GetProperty("results")[0].GetProperty("answer").GetString());

        string html = _folder.Files["Triage---more-b8f120bd.html"];
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        XElement chart = XElement.Parse(html[html.IndexOf("<svg", StringComparison.Ordinal)..(html.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
        Assert.Equal("200", chart.Elements("rect").ElementAt(1).Attribute("width")!.Value);
    }

    [Theory]
    [InlineData("反馈", "反馈.md")]
    [InlineData("评价", "评价.md")]
    [InlineData("a-b_1", "a-b_1.md")]
    [InlineData("a b", "a-b-c8687a08.md")]
    [InlineData("../x", "---x-d6b96a97.md")]
    public async Task Names_of_any_script_have_files_of_their_own(string name, string file)
    {
        EvalReport report = await PromptEval.Of([new EvalCase<int, int>("one", 1, 1)], static (input, _) => Task.FromResult(input))
            .Exact(static answer => answer, static expected => expected)
            .RunAsync(new EvalOptions { Name = name });

        report.Save(_folder.Path);

        Assert.Contains(file, _folder.Files.Keys);
    }

    [Fact]
    public async Task What_a_model_says_makes_no_markdown()
    {
        EvalReport report = await PromptEval.Of([new EvalCase<string, string>("one", "![i](http://x.example/p) `&lt;` *b*", "")], static (input, _) => Task.FromResult(input))
            .Exact(static answer => answer, static expected => expected)
            .RunAsync();

        Assert.Contains(@"\!\[i\](http://x.example/p) \`&amp;lt;\` \*b\*", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_that_is_no_number_fails_and_the_report_is_written()
    {
        EvalReport report = await PromptEval.Of([new EvalCase<string, string>("one", "{}", "{}")], static (input, _) => Task.FromResult(input))
            .JsonFields(static answer => answer, static expected => expected)
            .Score("odd", static (_, _) => new EvalScore(double.NaN, true))
            .RunAsync();
        report.Save(_folder.Path);

        Assert.Equal(new EvalScore(1, true), report.Results[0].Scores["fields"]);
        Assert.Equal(new EvalScore(0, false, "the scorer gave NaN, which is no score"), report.Results[0].Scores["odd"]);
        Assert.Equal(3, _folder.Files.Count);
    }

    [Fact]
    public void Data_sets_are_read_from_lines_and_rows()
    {
        string path = Path.Combine(_folder.Path, "cases.jsonl");
        File.WriteAllText(path, "{\"name\":\"late\",\"input\":\"It is late\",\"expected\":{\"mood\":\"angry\",\"stars\":1}}\n\n{\"input\":\"Fine\",\"expected\":{\"Mood\":\"calm\",\"Stars\":5}}\n");

        Assert.Equal([new("late", "It is late", new("angry", 1)), new("#3", "Fine", new("calm", 5))], EvalData.ReadJsonLines<string, Feedback>(path));
        Assert.Equal([new("#1", "a", 1), new("b", "c", 2)], EvalData.FromRows<string, int>([["a", 1], ["b", "c", 2]]));
        Assert.Equal("Row 2 is not an input (String) and an expectation (Int32), with or without a name before them.", Assert.Throws<InvalidDataException>(static () => EvalData.FromRows<string, int>([["a", 1], ["b"]])).Message);
    }

    [Theory]
    [InlineData("{\"input\":\"a\"}", "'expected' is missing.")]
    [InlineData("{\"expected\":{}}", "'input' is missing.")]
    [InlineData("{\"name\":null,\"input\":\"a\",\"expected\":{}}", "'name' is null")]
    [InlineData("{", "")]
    [InlineData("[]", "")]
    [InlineData("{\"input\":1,\"expected\":{}}", "")]
    public void A_line_that_is_no_case_is_named(string line, string reason)
    {
        string path = Path.Combine(_folder.Path, "cases.jsonl");
        File.WriteAllText(path, "{\"input\":\"a\",\"expected\":{\"mood\":\"b\",\"stars\":1}}\n" + line + "\n");

        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => EvalData.ReadJsonLines<string, Feedback>(path));

        Assert.StartsWith(path + "(2): ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }
}
