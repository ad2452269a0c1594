namespace GeminiGen;

/// <summary>
/// Makes a partial class or record the picture of an answer that is still arriving: it gets a property, which may be null, for each of the type's
/// members, and <c>Complete</c> for the whole answer once it has arrived. A method that returns a <see cref="PromptStream{T}"/> of it asks for the
/// type itself and gives a snapshot for each piece of it.
/// </summary>
/// <example>
/// <code>
/// [SnapshotOf(typeof(Card))]
/// public sealed partial record CardSnapshot;
/// </code>
/// </example>
/// <param name="type">The answer's type: a record, class or struct with properties.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SnapshotOfAttribute(Type type) : Attribute
{
    /// <summary>The answer's type.</summary>
    public Type Type { get; } = type;
}
