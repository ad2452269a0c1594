using System.Collections;
using System.Diagnostics.CodeAnalysis;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>
/// Functions the model may call that are known at run time. A contract's method takes them as a parameter, in addition to those of <see cref="ToolsAttribute"/>,
/// whose limits hold for them too.
/// </summary>
/// <remarks>Never changes once made; make it once where its functions stay the same.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is the set of tools.")]
public sealed class ToolSet : IReadOnlyList<ToolFunction>
{
    private readonly ToolFunction[] _functions;

    /// <summary>Holds functions.</summary>
    /// <param name="functions">The functions.</param>
    /// <exception cref="ArgumentException">The API would refuse a name, two functions have the same one, or a schema describes no object.</exception>
    public ToolSet(params IEnumerable<ToolFunction> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        _functions = [.. functions];
        Tools = Array.ConvertAll(_functions, Declare);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (PromptTool tool in Tools)
        {
            if (!names.Add(tool.Name))
            {
                throw new ArgumentException($"Two functions are called '{tool.Name}', and the model could not tell them apart. Leave one out, or give it another name.", nameof(functions));
            }
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _functions.Length;

    /// <summary>The functions as the model is told of them.</summary>
    internal PromptTool[] Tools { get; }

    /// <summary>One of them.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <returns>The function.</returns>
    public ToolFunction this[int index] => _functions[index];

    /// <summary>Goes through them.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<ToolFunction> GetEnumerator() => ((IEnumerable<ToolFunction>)_functions).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static PromptTool Declare(ToolFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!ToolNames.IsValid(function.Name))
        {
            throw new ArgumentException($"'{function.Name}' is no function name the API takes: {ToolNames.Rule}. Give the function another name.", nameof(function));
        }

        PromptSchema? parameters = function is BoundTool bound ? bound.Tool.Parameters : FunctionSchema.Translate(function.Name, function.ParametersSchema);
        return new PromptTool(function.Name, function.Description, parameters, function.RequiresApproval, InvokeAsync);

        async ValueTask InvokeAsync(ToolInvocation call)
            => call.Return(await function.InvokeAsync(call.ReadArguments(), call.AvailableServices, call.CancellationToken).ConfigureAwait(false));
    }
}
