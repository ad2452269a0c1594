using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace GeminiGen.Testing;

/// <summary>Lets evaluators of Microsoft.Extensions.AI.Evaluation score answers.</summary>
public static class EvaluatorScores
{
    /// <summary>
    /// Adds each metric of an evaluator as a score. A metric passes unless its interpretation says that it failed; its value is its rating, from 0 for unacceptable to 1 for exceptional. The evaluator is
    /// asked once for each answer.
    /// </summary>
    /// <typeparam name="TInput">What is asked.</typeparam>
    /// <typeparam name="TExpected">What is expected.</typeparam>
    /// <typeparam name="TAnswer">What is answered.</typeparam>
    /// <param name="eval">The evaluation.</param>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="ofInput">What the user said, as text.</param>
    /// <param name="ofAnswer">What the model said, as text.</param>
    /// <param name="configuration">The model that judges, for evaluators that ask one.</param>
    /// <param name="context">What else the evaluator needs of a case, such as a grounding text; nothing unless given.</param>
    /// <returns>The same evaluation.</returns>
    public static PromptEval<TInput, TExpected, TAnswer> Evaluator<TInput, TExpected, TAnswer>(
        this PromptEval<TInput, TExpected, TAnswer> eval,
        IEvaluator evaluator,
        Func<TInput, string> ofInput,
        Func<TAnswer, string> ofAnswer,
        ChatConfiguration? configuration = null,
        Func<EvalCase<TInput, TExpected>, IEnumerable<EvaluationContext>>? context = null)
    {
        ArgumentNullException.ThrowIfNull(eval);
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(ofInput);
        ArgumentNullException.ThrowIfNull(ofAnswer);
        ConditionalWeakTable<object, Asked> asked = [];
        foreach (string metric in evaluator.EvaluationMetricNames)
        {
            eval.Score(metric, async (evalCase, answer, token) =>
            {
                string text = ofAnswer(answer);
                Asked known = asked.GetValue(evalCase, static _ => new Asked());
                if (known.Text != text || known.Result is null)
                {
                    ChatMessage[] messages = [new(ChatRole.User, ofInput(evalCase.Input))];
                    ChatResponse response = new(new ChatMessage(ChatRole.Assistant, text));
                    known.Result = await evaluator.EvaluateAsync(messages, response, configuration, context?.Invoke(evalCase), token).ConfigureAwait(false);
                    known.Text = text;
                }

                return known.Result.Metrics.TryGetValue(metric, out EvaluationMetric? found) ? Read(found) : EvalScore.Of(false, "the evaluator gave no such metric");
            });
        }

        return eval;
    }

    private static EvalScore Read(EvaluationMetric metric)
    {
        if (metric.Diagnostics?.FirstOrDefault(static diagnostic => diagnostic.Severity == EvaluationDiagnosticSeverity.Error) is { } error)
        {
            return EvalScore.Of(false, error.Message);
        }

        bool isPass = metric.Interpretation?.Failed != true;
        double value = metric.Interpretation?.Rating switch
        {
            EvaluationRating.Exceptional => 1,
            EvaluationRating.Good => 0.75,
            EvaluationRating.Average => 0.5,
            EvaluationRating.Poor => 0.25,
            EvaluationRating.Unacceptable => 0,
            _ => isPass ? 1 : 0,
        };
        return new EvalScore(value, isPass, metric.Interpretation?.Reason ?? metric.Reason);
    }

    /// <summary>What the evaluator said of a case's answer. The scores of a case are asked one after the other.</summary>
    private sealed class Asked
    {
        internal string? Text { get; set; }

        internal EvaluationResult? Result { get; set; }
    }
}
