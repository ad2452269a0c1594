using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Memo;

/// <summary>
/// Remembers what each contract was read as, for as long as nothing that declarations can see has changed. The driver asks for every contract again
/// after every keystroke anywhere; binding them costs several times what finding them does, and typing inside a method body cannot change them.
/// </summary>
/// <remarks>Trees are held weakly and models hold no symbol, so nothing outlives the tree it was read from. A miss costs time only.</remarks>
internal static class ContractMemo
{
    private static readonly ConditionalWeakTable<SyntaxTree, Page> Pages = new();

    /// <summary>Gives the remembered model of the found contract, or reads it.</summary>
    public static PromptInterfaceModel? GetOrRead(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
    {
        Compilation compilation = found.SemanticModel.Compilation;
        ulong shape = CompilationShape.Of(compilation, cancellationToken);
        Page page = Pages.GetOrCreateValue(found.TargetNode.SyntaxTree);
        int position = found.TargetNode.SpanStart;
        if (!page.TryGet(shape, position, out PromptInterfaceModel? model))
        {
            model = PromptInterfaceParser.Parse((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], compilation, sink: null, files: null, cancellationToken);
            page.Set(shape, position, model);
        }

        return model;
    }

    /// <summary>The models of one syntax tree by position, all of one shape of the compilation around it.</summary>
    private sealed class Page
    {
        private readonly Dictionary<int, PromptInterfaceModel?> _models = [];
        private ulong _shape;

        public bool TryGet(ulong shape, int position, out PromptInterfaceModel? model)
        {
            lock (_models)
            {
                model = null;
                return _shape == shape && _models.TryGetValue(position, out model);
            }
        }

        public void Set(ulong shape, int position, PromptInterfaceModel? model)
        {
            lock (_models)
            {
                if (_shape != shape)
                {
                    _models.Clear();
                    _shape = shape;
                }

                _models[position] = model;
            }
        }
    }
}
