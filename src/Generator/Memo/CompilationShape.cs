using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Memo;

/// <summary>What declarations of a compilation can see, as numbers: all of it, or only what one file can reach.</summary>
internal sealed class CompilationShape
{
    /// <summary>A file that reaches more files than this counts as one that reaches all: following names would cost more than it saves.</summary>
    private const int MaxReach = 64;

    private static readonly ConditionalWeakTable<Compilation, CompilationShape> Shapes = new();
    private static readonly ConditionalWeakTable<object, Box> Identities = new();
    private static long _lastIdentity;

    private readonly ulong _surface;
    private readonly Lazy<ReachGraph> _graph;

    private CompilationShape(Compilation compilation, ulong surface, ulong whole)
    {
        _surface = surface;
        _graph = new(() => new ReachGraph(compilation));
        Whole = whole;
    }

    /// <summary>The same for two compilations when their declarations, references and options are: everything but method bodies.</summary>
    public ulong Whole { get; }

    /// <summary>Computes the shape once per compilation.</summary>
    public static CompilationShape Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (!Shapes.TryGetValue(compilation, out CompilationShape? shape))
        {
            CompilationShape computed = Compute(compilation, cancellationToken);
            shape = Shapes.GetValue(compilation, _ => computed);
        }

        return shape;
    }

    /// <summary>The same for two compilations when nothing has changed that declarations in the file can depend on.</summary>
    public ulong GetReach(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var hash = new ShapeHash();
        hash.Add(_surface);
        int count = 0;
        foreach (SyntaxTree reached in _graph.Value.GetReach(tree, cancellationToken))
        {
            hash.Add(SyntaxTreeShape.Of(reached, cancellationToken).Text);
            if (++count > MaxReach)
            {
                return Whole;
            }
        }

        return hash.Value;
    }

    private static CompilationShape Compute(Compilation compilation, CancellationToken cancellationToken)
    {
        var surface = new ShapeHash();
        surface.Add(compilation.AssemblyName ?? "");
        surface.Add(IdentityOf(compilation.Options));
        foreach (MetadataReference reference in compilation.References)
        {
            surface.Add(IdentityOf(reference is CompilationReference project ? project.Compilation : reference));
        }

        var texts = new ShapeHash();
        ParseOptions? options = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (!ReferenceEquals(options, tree.Options))
            {
                options = tree.Options;
                Add(ref surface, options);
            }

            SyntaxTreeShape shape = SyntaxTreeShape.Of(tree, cancellationToken);
            surface.Add(shape.Surface);
            texts.Add(shape.Text);
        }

        texts.Add(surface.Value);
        return new CompilationShape(compilation, surface.Value, texts.Value);
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
