namespace GeminiGen;

/// <summary>
/// Lets the model call functions: the methods marked <see cref="ToolAttribute"/> of the given types. On a contract it holds for every method, and one on
/// a method replaces it. On a parameter it offers the methods of the parameter's own type, called on the argument; a <see cref="ToolSet"/> offers what it holds.
/// </summary>
/// <remarks>
/// <para>
/// Instances of the types come from the services the generated class was given (dependency injection gives it its own), one scope for each call of a
/// function. A class with a public constructor without parameters that is not registered is made by that constructor; static methods need none.
/// </para>
/// <para>
/// The declarations are constants written at compile time, arguments are read without reflection. Functions the model calls at once run at once. Each
/// answer to them is a request of its own, with the retries and limits of any; their tokens are summed, and the time the functions take counts for no limit.
/// </para>
/// </remarks>
/// <param name="types">The types; none on a parameter. None on a method takes the contract's functions away.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Parameter, Inherited = false)]
public sealed class ToolsAttribute(params Type[] types) : Attribute
{
    /// <summary>How often the model may call functions and see their results before it has to answer, unless something else is set.</summary>
    public const int DefaultMaxRounds = 10;

    /// <summary>The types whose functions are offered.</summary>
    public Type[] Types { get; } = types;

    /// <summary>
    /// How often the model may call functions (several at once are one time) before it has to answer, at least 1; beyond it the call fails with a
    /// <see cref="GeminiToolException"/>. Each round is a request with everything before it, billed in full.
    /// </summary>
    public int MaxRounds { get; set; } = DefaultMaxRounds;

    /// <summary>What happens when a function throws.</summary>
    public ToolErrorHandling OnError { get; set; }

    /// <summary>Whether each function waits for <see cref="GeminiOptions.ToolApproval"/>, as with <see cref="ToolAttribute.RequiresApproval"/>.</summary>
    public bool RequireApproval { get; set; }
}
