using System.ComponentModel;

namespace GeminiGen.Testing.CompilerServices;

/// <summary>A method of a contract. Generated code holds one instance a method.</summary>
/// <typeparam name="TArguments">The arguments as a tuple.</typeparam>
/// <typeparam name="TAnswer">What setups answer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FakeMethod<TArguments, TAnswer>
{
    /// <summary>Describes a method.</summary>
    /// <param name="key">Tells it from all other methods of the contract, in every assembly alike.</param>
    /// <param name="name">The method as people know it, <c>Contract.Name</c>.</param>
    /// <param name="setter">The generated method that sets its answers.</param>
    /// <param name="parameters">The names of the arguments.</param>
    public FakeMethod(string key, string name, string setter, params string[] parameters)
    {
        Key = key;
        Name = name;
        Setter = setter;
        Parameters = parameters;
    }

    internal string Key { get; }

    internal string Name { get; }

    internal string Setter { get; }

    internal IReadOnlyList<string> Parameters { get; }
}
