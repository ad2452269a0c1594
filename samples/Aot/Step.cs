using System.Text.Json.Serialization;

namespace AotSample;

/// <summary>What to do with a document.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(FileStep), "file")]
[JsonDerivedType(typeof(AskStep), "ask")]
internal abstract record Step;
