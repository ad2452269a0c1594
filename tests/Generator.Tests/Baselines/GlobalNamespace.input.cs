using System.Threading.Tasks;
using GeminiGen;

/// <summary>A contract outside all namespaces, without the usual I.</summary>
[GeminiPrompts(Model = "gemini-3.8-flash")]
public partial interface Support
{
    /// <summary>Answers.</summary>
    [Prompt("{question}")]
    Task<Reply> AnswerAsync(string question);
}

/// <summary>A reply.</summary>
public sealed record Reply(string Text);
