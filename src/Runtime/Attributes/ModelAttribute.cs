namespace GeminiGen;

/// <summary>The model of one method, where the contract's is not the right one for it.</summary>
/// <remarks>
/// It wins over the contract's model, named or configured. <c>GeminiOptions.Models["IContract.MethodAsync"]</c> wins over it without a rebuild, and
/// <see cref="PromptOptions.Model"/> over everything for one call.
/// </remarks>
/// <param name="id">The model's id, as in <c>gemini-3.5-flash-lite</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ModelAttribute(string id) : Attribute
{
    /// <summary>The model's id.</summary>
    public string Id { get; } = id;
}
