namespace GeminiGen;

/// <summary>A result that says by itself whether it is complete, whatever its type.</summary>
internal interface IPromptOutcome
{
    PromptOutcome Outcome { get; }

    GeminiAnswerException? Error { get; }
}
