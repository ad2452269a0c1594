namespace GeminiGen.Generator.Emission;

/// <summary>The attributes that tell tools that code was generated.</summary>
internal static class GeneratedAttributes
{
    /// <summary>Names this generator. The version is that of the assembly, so it changes with releases only.</summary>
    public static string GeneratedCode { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"{WellKnownNames.GeneratorName}\", \"{typeof(GeneratedAttributes).Assembly.GetName().Version}\")]";

    /// <summary>Writes the attributes of a generated type.</summary>
    public static void Write(IndentedTextWriter writer)
    {
        writer.Line(GeneratedCode);
        writer.Line("[global::System.Diagnostics.DebuggerNonUserCode]");
        writer.Line("[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]");
    }
}
