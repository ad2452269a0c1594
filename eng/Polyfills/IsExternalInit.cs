using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>
/// What the compiler asks for where a property has <c>init</c>; netstandard2.0 lacks it. The types such code needs are written here, one a file:
/// a package that generates them writes them in another order in each build, and the assemblies of two builds would differ.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Microsoft.CodeAnalysis.Embedded]
internal static class IsExternalInit;
