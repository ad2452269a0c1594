using System.Diagnostics.CodeAnalysis;

namespace GeminiGen.Testing;

/// <summary>
/// What a fake answers where the method returns <see cref="PromptResult{T}"/>: a value, a result with usage and all, or an outcome of <see cref="FakeAnswer"/>. All of them are one by themselves.
/// </summary>
/// <typeparam name="T">The answer's type.</typeparam>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "FakeAnswer has them.")]
public sealed class FakeAnswer<T>
{
    private readonly PromptResult<T>? _result;
    private readonly FakeOutcome? _outcome;
    private readonly bool _isWhole;

    internal FakeAnswer(PromptResult<T>? result, FakeOutcome? outcome, bool isWhole)
    {
        _result = result;
        _outcome = outcome;
        _isWhole = isWhole;
    }

    /// <summary>A complete answer.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator FakeAnswer<T>(T value) => FakeAnswer.Complete(value);

    /// <summary>A result, handed over as it is.</summary>
    /// <param name="result">The result.</param>
    public static implicit operator FakeAnswer<T>(PromptResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new FakeAnswer<T>(result, null, isWhole: true);
    }

    /// <summary>An answer that is not complete.</summary>
    /// <param name="outcome">The outcome.</param>
    public static implicit operator FakeAnswer<T>(FakeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new FakeAnswer<T>(null, outcome, isWhole: false);
    }

    /// <summary>The result, with what a real one would tell of model and tokens.</summary>
    internal PromptResult<T> ToResult(FakeCall call)
    {
        if (_isWhole)
        {
            return _result!;
        }

        string text = _outcome?.Error.Text ?? _result!.Value as string ?? "";
        RenderedPrompt? prompt = call.HasPrompt ? call.Prompt : null;
        UsageMetadata usage = FakeUsage.Of(prompt, text);
        FinishReason reason = _outcome?.Error.FinishReason ?? FinishReason.Stop;
        string model = prompt?.Model ?? "";
        return _outcome is null
            ? new PromptResult<T>(_result!.Value) { FinishReason = reason, Usage = usage, Model = model, ModelVersion = prompt?.Model, Text = text }
            : new PromptResult<T>(_outcome.Outcome, _outcome.Error) { FinishReason = reason, Usage = usage, Model = model, ModelVersion = prompt?.Model, Text = text };
    }
}
