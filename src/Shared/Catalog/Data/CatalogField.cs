namespace GeminiGen.Shared.Catalog;

/// <summary>One property of the data and the member it fills.</summary>
/// <param name="Path">Its name in the data; <c>outer/inner</c> where the member takes it from a nested object.</param>
/// <param name="Member">The C# member.</param>
/// <param name="Kind">How the value is written.</param>
/// <param name="TypeName">The enum of <see cref="FieldKind.Enum"/> and <see cref="FieldKind.Support"/>.</param>
/// <param name="Shape">The type of <see cref="FieldKind.Object"/> and <see cref="FieldKind.ObjectList"/>.</param>
/// <param name="Words">The words of the data that <see cref="FieldKind.Enum"/> knows.</param>
internal sealed record CatalogField(string Path, string Member, FieldKind Kind, string? TypeName = null, CatalogShape? Shape = null, IReadOnlyList<string>? Words = null);
