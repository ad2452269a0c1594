using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace GeminiGen.Testing.Evaluation.Tests;

/// <summary>Evaluators of Microsoft.Extensions.AI.Evaluation as scores.</summary>
public sealed class EvaluatorScoresTests
{
    private static readonly EvalCase<string, string>[] Cases = [new("one", "Where is it?", ""), new("two", "Why?", "")];

    [Fact]
    public async Task Each_metric_is_a_score_and_the_evaluator_is_asked_once_an_answer()
    {
        LengthEvaluator evaluator = new();

        EvalReport report = await PromptEval.Of(Cases, static (question, _) => Task.FromResult(question == "Why?" ? "No." : "On its way to you."))
            .Evaluator(evaluator, static question => question, static answer => answer)
            .RunAsync();

        Assert.Equal(["Length", "Polite"], report.Scorers);
        Assert.Equal(2, evaluator.Asked.Count);
        Assert.Contains("Where is it? -> On its way to you.", evaluator.Asked);
        Assert.Equal(new EvalScore(0.75, true, "long enough"), report.Results[0].Scores["Length"]);
        Assert.Equal(new EvalScore(0, false, "too short"), report.Results[1].Scores["Length"]);
        Assert.True(report.Results[1].Scores["Polite"].IsPass);
        Assert.Equal(new EvalRate(1, 2), report.PassRate);
    }

    [Fact]
    public async Task Another_run_asks_anew_where_answers_changed()
    {
        LengthEvaluator evaluator = new();
        int run = 0;
        PromptEval<string, string, string> eval = PromptEval.Of(Cases, (_, _) => Task.FromResult(run == 0 ? "No." : "On its way to you."))
            .Evaluator(evaluator, static question => question, static answer => answer);

        Assert.Equal(0, (await eval.RunAsync()).PassRate.Passed);
        run = 1;
        Assert.Equal(2, (await eval.RunAsync()).PassRate.Passed);
        Assert.Equal(4, evaluator.Asked.Count);
    }

    [Fact]
    public async Task A_metric_that_could_not_be_had_fails_with_the_reason()
    {
        LengthEvaluator evaluator = new() { Fault = "The judge did not answer." };

        EvalReport report = await PromptEval.Of(Cases, static (_, _) => Task.FromResult("On its way to you."))
            .Evaluator(evaluator, static question => question, static answer => answer)
            .RunAsync();

        Assert.Equal(new EvalScore(0, false, "The judge did not answer."), report.Results[0].Scores["Length"]);
        Assert.Equal(new EvalScore(0, false, "the evaluator gave no such metric"), report.Results[0].Scores["Polite"]);
    }

    private sealed class LengthEvaluator : IEvaluator
    {
        public System.Collections.Concurrent.ConcurrentBag<string> Asked { get; } = [];

        public string? Fault { get; init; }

        public IReadOnlyCollection<string> EvaluationMetricNames => ["Length", "Polite"];

        public ValueTask<EvaluationResult> EvaluateAsync(
            IEnumerable<ChatMessage> messages, ChatResponse modelResponse, ChatConfiguration? chatConfiguration = null, IEnumerable<EvaluationContext>? additionalContext = null, CancellationToken cancellationToken = default)
        {
            Asked.Add($"{messages.Single().Text} -> {modelResponse.Text}");
            NumericMetric length = new("Length", modelResponse.Text.Length);
            if (Fault is not null)
            {
                length.AddDiagnostics(EvaluationDiagnostic.Error(Fault));
                return new(new EvaluationResult(length));
            }

            bool isLong = modelResponse.Text.Length > 5;
            length.Interpretation = new EvaluationMetricInterpretation(isLong ? EvaluationRating.Good : EvaluationRating.Unacceptable, failed: !isLong, isLong ? "long enough" : "too short");
            return new(new EvaluationResult(length, new BooleanMetric("Polite", true)));
        }
    }
}
