namespace GeminiGen;

/// <summary>
/// Makes a contract's method one that turns text into a vector, by an embedding model, instead of prompting: a <see cref="string"/> into a
/// <c>Task&lt;float[]&gt;</c> or <c>Task&lt;ReadOnlyMemory&lt;float&gt;&gt;</c>, a list of them into a task of an array of these.
/// </summary>
/// <remarks>
/// The parameters are the text or the texts, for one text a <c>title</c> if wanted, and a <see cref="CancellationToken"/>. Lists of any length are sent in
/// batches of 100, one after the other; the vectors come in the texts' order. An empty list sends nothing.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class EmbedAttribute : Attribute
{
    /// <summary>What the vectors are for; the model's own default unless set.</summary>
    public EmbeddingTask TaskType { get; set; }

    /// <summary>How many numbers a vector has, 128 to 3,072 with the models of today; the model's own default (3,072) unless set.</summary>
    public int OutputDimensionality { get; set; }

    /// <summary>
    /// The embedding model's id, where it is not the contract's. <see cref="GeminiOptions.Models"/> overrides it by the method's name, as in
    /// <c>Models["ILibrary.EmbedAsync"]</c>.
    /// </summary>
    public string? Model { get; set; }
}
