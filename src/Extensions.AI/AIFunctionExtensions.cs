using Microsoft.Extensions.AI;

namespace GeminiGen;

/// <summary>Functions of GeminiGen for <c>Microsoft.Extensions.AI</c>, and its functions for contracts.</summary>
public static class AIFunctionExtensions
{
    /// <summary>Makes functions ones that a contract's method takes.</summary>
    /// <param name="functions">The functions, from <see cref="AIFunctionFactory"/>, an MCP client, or anywhere.</param>
    /// <returns>The set of them, to be given as an argument.</returns>
    /// <exception cref="ArgumentException">
    /// The API would refuse a name (<see cref="AsToolFunction"/> gives another), two functions have the same one, or a schema describes no object.
    /// </exception>
    public static ToolSet AsToolSet(this IEnumerable<AIFunction> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        return new ToolSet(functions.Select(static function => function.AsToolFunction()));
    }

    /// <summary>Makes a function one that a <see cref="ToolSet"/> takes.</summary>
    /// <param name="function">The function. One that is or holds an <see cref="ApprovalRequiredAIFunction"/> waits for <see cref="GeminiOptions.ToolApproval"/>.</param>
    /// <param name="name">The name the model calls it by, or <see langword="null"/> for its own.</param>
    /// <returns>The function.</returns>
    public static ToolFunction AsToolFunction(this AIFunction function, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new AIToolFunction(function, name ?? function.Name);
    }

    /// <summary>Makes functions ones that any <see cref="IChatClient"/> takes in <see cref="ChatOptions.Tools"/>.</summary>
    /// <param name="tools">The functions; a class marked <see cref="ToolSetOfAttribute"/> gives those of a type.</param>
    /// <returns>The functions, in their order.</returns>
    public static IReadOnlyList<AIFunction> AsAIFunctions(this ToolSet tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        return [.. tools.Select(AsAIFunction)];
    }

    /// <summary>Makes a function one that any <see cref="IChatClient"/> takes in <see cref="ChatOptions.Tools"/>.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The function; an <see cref="ApprovalRequiredAIFunction"/> where it waits for an approval.</returns>
    public static AIFunction AsAIFunction(this ToolFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        AIFunction result = new ToolAIFunction(function);
        return function.RequiresApproval ? new ApprovalRequiredAIFunction(result) : result;
    }
}
