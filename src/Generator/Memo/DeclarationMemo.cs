using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Memo;

/// <summary>
/// Remembers what each marked declaration was read as, for as long as nothing has changed that it can depend on. The driver asks for every one again
/// after every keystroke anywhere; binding them costs several times what finding them does.
/// </summary>
/// <typeparam name="TModel">What declarations are read as.</typeparam>
/// <remarks>Trees are held weakly and models hold no symbol, so nothing outlives the tree it was read from. A miss costs time only.</remarks>
internal static class DeclarationMemo<TModel>
    where TModel : class
{
    private static readonly ConditionalWeakTable<SyntaxTree, Page> Pages = new();

    /// <summary>Gives the remembered model of the found declaration, or reads it.</summary>
    public static TModel? GetOrRead(
        GeneratorAttributeSyntaxContext found, Func<GeneratorAttributeSyntaxContext, CancellationToken, TModel?> read, CancellationToken cancellationToken)
    {
        SyntaxTree tree = found.TargetNode.SyntaxTree;
        CompilationShape shape = CompilationShape.Of(found.SemanticModel.Compilation, cancellationToken);
        Page page = Pages.GetOrCreateValue(tree);
        page.TurnTo(shape, tree, cancellationToken);
        int position = found.TargetNode.SpanStart;
        if (!page.TryGet(shape, position, out TModel? model))
        {
            model = read(found, cancellationToken);
            page.Set(shape, position, model);
        }

        return model;
    }

    /// <summary>The models of one syntax tree by position, all of one state of what surrounds it.</summary>
    private sealed class Page
    {
        private readonly Dictionary<int, TModel?> _models = [];
        private ulong _whole;
        private ulong? _reach;

        /// <summary>Empties the page if what the tree can reach has changed.</summary>
        /// <remarks>
        /// Reach is asked for only when the compilation has changed since the page was written, so that a compiler, which sees one compilation, pays nothing
        /// for it: the first change always counts.
        /// </remarks>
        public void TurnTo(CompilationShape shape, SyntaxTree tree, CancellationToken cancellationToken)
        {
            lock (_models)
            {
                if (_whole == shape.Whole)
                {
                    return;
                }

                ulong? reach = _models.Count == 0 ? null : shape.GetReach(tree, cancellationToken);
                if (reach is null || reach != _reach)
                {
                    _models.Clear();
                }

                _whole = shape.Whole;
                _reach = reach;
            }
        }

        public bool TryGet(CompilationShape shape, int position, out TModel? model)
        {
            lock (_models)
            {
                model = null;
                return _whole == shape.Whole && _models.TryGetValue(position, out model);
            }
        }

        public void Set(CompilationShape shape, int position, TModel? model)
        {
            lock (_models)
            {
                if (_whole == shape.Whole)
                {
                    _models[position] = model;
                }
            }
        }
    }
}
