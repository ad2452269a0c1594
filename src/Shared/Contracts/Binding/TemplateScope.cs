namespace GeminiGen;

/// <summary>What the templates of one method can name, and what of it they did.</summary>
/// <param name="method">The method as messages call it.</param>
/// <param name="parameters">The names of the parameters.</param>
/// <param name="isOfCall">Whether each parameter belongs to the call and not to its text; such a one is never proposed.</param>
/// <param name="isUntrusted">Whether each parameter is marked <c>[Untrusted]</c>.</param>
internal sealed class TemplateScope(string method, string[] parameters, bool[] isOfCall, bool[] isUntrusted)
{
    /// <summary>The method as messages call it.</summary>
    public string Method => method;

    /// <summary>The names of the parameters.</summary>
    public string[] Parameters => parameters;

    /// <summary>Whether each parameter is named anywhere.</summary>
    public bool[] IsUsed { get; } = new bool[parameters.Length];

    /// <summary>Whether each parameter is written as it is, and not only asked or taken apart.</summary>
    public bool[] IsWritten { get; } = new bool[parameters.Length];

    /// <summary>Whether each parameter is named in another template language, so that nothing more need be said of it.</summary>
    public bool[] IsForeign { get; } = new bool[parameters.Length];

    /// <summary>Whether an untrusted value is written anywhere.</summary>
    public bool WritesUntrusted { get; set; }

    /// <summary>Whether a parameter is marked <c>[Untrusted]</c>.</summary>
    public bool IsUntrusted(int parameter) => isUntrusted[parameter];

    /// <summary>The name that was probably meant; parameters that no template names yet are preferred.</summary>
    /// <param name="name">The name that is wrong.</param>
    /// <param name="loops">The loops around it.</param>
    public string? FindNearest(string name, List<LoopScope> loops)
    {
        List<string> unused = [];
        List<string> all = [];
        foreach (LoopScope loop in loops)
        {
            unused.Add(loop.Variable);
            all.Add(loop.Variable);
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            if (isOfCall[i])
            {
                continue;
            }

            all.Add(parameters[i]);
            if (!IsUsed[i])
            {
                unused.Add(parameters[i]);
            }
        }

        return NearestName.Find(name, unused) ?? NearestName.Find(name, all);
    }
}
