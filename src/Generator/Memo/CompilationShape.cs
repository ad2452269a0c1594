using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Memo;

/// <summary>A number that is the same for two compilations when their declarations, references and options are: everything but method bodies.</summary>
internal static class CompilationShape
{
    private static readonly ConditionalWeakTable<Compilation, Box> Shapes = new();
    private static readonly ConditionalWeakTable<object, Box> Identities = new();
    private static long _lastIdentity;

    /// <summary>Computes the shape once per compilation.</summary>
    public static ulong Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (!Shapes.TryGetValue(compilation, out Box? box))
        {
            ulong shape = Compute(compilation, cancellationToken);
            box = Shapes.GetValue(compilation, _ => new Box(shape));
        }

        return box.Value;
    }

    private static ulong Compute(Compilation compilation, CancellationToken cancellationToken)
    {
        var hash = new ShapeHash();
        hash.Add(compilation.AssemblyName ?? "");
        hash.Add(IdentityOf(compilation.Options));
        foreach (MetadataReference reference in compilation.References)
        {
            hash.Add(IdentityOf(reference is CompilationReference project ? project.Compilation : reference));
        }

        ParseOptions? options = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (!ReferenceEquals(options, tree.Options))
            {
                options = tree.Options;
                Add(ref hash, options);
            }

            hash.Add(SyntaxTreeShape.Of(tree, cancellationToken));
        }

        return hash.Value;
    }

    private static void Add(ref ShapeHash hash, ParseOptions options)
    {
        hash.Add(options is CSharpParseOptions csharp ? (ulong)csharp.LanguageVersion : 0);
        foreach (string symbol in options.PreprocessorSymbolNames)
        {
            hash.Add(symbol);
        }

        foreach (KeyValuePair<string, string> feature in options.Features)
        {
            hash.Add(feature.Key);
            hash.Add(feature.Value);
        }
    }

    /// <summary>A number of its own for each object, as long as the object lives.</summary>
    private static ulong IdentityOf(object value) =>
        Identities.GetValue(value, static _ => new Box((ulong)Interlocked.Increment(ref _lastIdentity))).Value;

    private sealed class Box(ulong value)
    {
        public ulong Value { get; } = value;
    }
}
