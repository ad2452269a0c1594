using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Fakes;

/// <summary>The names of what a fake consists of.</summary>
internal static class FakeNames
{
    private const string Suffix = "Async";

    /// <summary>The class of a contract's fake. It stands in one namespace with those of all other contracts, so its name holds the contract's full one.</summary>
    public static string ClassOf(string metadataName)
    {
        string name = metadataName.Replace("@", "").Replace('.', '_').Replace('+', '_');
        return name + "_Fake" + (metadataName.IndexOf('_') >= 0 ? "_" + Emission.HintNames.HashOf(metadataName) : "");
    }

    /// <summary>
    /// Names each method's members: after the method without <c>Async</c>; where another one has that name too, after the whole name; and overloads after their parameters.
    /// </summary>
    public static List<FakeMethodModel> Assign(List<(IMethodSymbol Symbol, FakeMethodModel Model)> methods)
    {
        Dictionary<string, int> shortened = new(StringComparer.Ordinal);
        Dictionary<string, int> whole = new(StringComparer.Ordinal);
        foreach ((_, FakeMethodModel model) in methods)
        {
            Count(shortened, Shorten(model.Name));
            Count(whole, model.Name);
        }

        Emission.UniqueNames names = new();
        List<FakeMethodModel> named = [];
        foreach ((_, FakeMethodModel model) in methods)
        {
            string name = shortened[Shorten(model.Name)] == 1 ? Shorten(model.Name)
                : whole[model.Name] == 1 ? model.Name
                : Shorten(model.Name) + GetParameterSuffix(model);
            named.Add(model with { FakeName = names.Get(name) });
        }

        return named;
    }

    /// <summary>The name of an argument in the tuple; null where a tuple cannot have it.</summary>
    public static string? ElementOf(string parameter)
        => parameter is "Rest" or "CompareTo" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString" || IsItem(parameter) ? null : CSharpLiteral.Identifier(parameter);

    private static bool IsItem(string name) => name.StartsWith("Item", StringComparison.Ordinal) && name.Length > 4 && char.IsDigit(name[4]);

    private static string Shorten(string name)
        => name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    private static void Count(Dictionary<string, int> counts, string name)
    {
        counts.TryGetValue(name, out int count);
        counts[name] = count + 1;
    }

    private static string GetParameterSuffix(FakeMethodModel method)
    {
        string text = "";
        foreach (PromptParameterModel parameter in method.Parameters)
        {
            if (parameter.Use != PromptParameterUse.CancellationToken)
            {
                text += (text.Length > 0 ? "And" : "With") + char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);
            }
        }

        return text.Length > 0 ? text : "WithNothing";
    }
}
