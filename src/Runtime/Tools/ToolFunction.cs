using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// A function the model may call that is known at run time only: a query somebody configured, a function of another library, of a server. A
/// <see cref="ToolSet"/> offers it. Methods known at compile time are better marked <see cref="ToolAttribute"/>, which needs none of this.
/// </summary>
/// <remarks>What describes it is read once, when a <see cref="ToolSet"/> is made of it. It may be called several times at once.</remarks>
public abstract class ToolFunction
{
    /// <summary>The name the model calls it by: a letter or <c>_</c>, then letters, digits, or <c>_ . : -</c>, 64 characters at most.</summary>
    public abstract string Name { get; }

    /// <summary>When to call it and what it gives, for the model; or <see langword="null"/>.</summary>
    public abstract string? Description { get; }

    /// <summary>
    /// The JSON Schema of its arguments, which are an object. Told to the model in the words its API knows: keywords it does not know are left out, so check
    /// the arguments. The default value says that it takes none.
    /// </summary>
    public abstract JsonElement ParametersSchema { get; }

    /// <summary>The JSON Schema of what it gives, or <see langword="null"/>. The model is not told.</summary>
    public virtual JsonElement? ResultSchema => null;

    /// <summary>Whether each call waits for <see cref="GeminiOptions.ToolApproval"/>.</summary>
    public virtual bool RequiresApproval => false;

    /// <summary>Calls it. What it throws is handled as <see cref="ToolsAttribute.OnError"/> says: unless something else is set, the model is told the message.</summary>
    /// <param name="arguments">The arguments as the model gave them, an object; not checked against the schema.</param>
    /// <param name="services">The services, in a scope of this call; <see langword="null"/> where there are none.</param>
    /// <param name="cancellationToken">The token of the contract's method.</param>
    /// <returns>The result, any JSON value; <see langword="null"/> when it gives nothing.</returns>
    public abstract ValueTask<JsonElement?> InvokeAsync(JsonElement arguments, IServiceProvider? services, CancellationToken cancellationToken);

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
