using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>The functions a method offers to the model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptToolSet
{
    private readonly Dictionary<string, PromptTool> _byName;

    /// <summary>Holds a method's functions.</summary>
    /// <param name="maxRounds">How often functions may be called before the model has to answer.</param>
    /// <param name="onError">What happens when one throws.</param>
    /// <param name="requireApproval">Whether all of them wait for an approval.</param>
    /// <param name="tools">The functions; each has a name of its own.</param>
    public PromptToolSet(int maxRounds, ToolErrorHandling onError, bool requireApproval, params PromptTool[] tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        MaxRounds = maxRounds;
        OnError = onError;
        RequireApproval = requireApproval;
        Tools = tools;
        _byName = tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);
    }

    internal int MaxRounds { get; }

    internal ToolErrorHandling OnError { get; }

    internal bool RequireApproval { get; }

    internal IReadOnlyList<PromptTool> Tools { get; }

    /// <summary>These functions and further ones, under the same limits.</summary>
    /// <exception cref="GeminiConfigurationException">Two of them have the same name.</exception>
    internal PromptToolSet With(IReadOnlyList<PromptTool> further, PromptMethod method)
    {
        PromptTool[] all = [.. Tools, .. further];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (PromptTool tool in all)
        {
            if (!names.Add(tool.Name))
            {
                throw new GeminiConfigurationException(
                    $"{method} offers two functions called {tool.Name}, and the model could not tell them apart. Leave one out of the ToolSet, or give it another name. No request was sent.");
            }
        }

        return new PromptToolSet(MaxRounds, OnError, RequireApproval, all);
    }

    internal PromptTool? Find(string name) => _byName.GetValueOrDefault(name);

    internal bool NeedsApproval(PromptTool tool) => RequireApproval || tool.RequiresApproval;
}
